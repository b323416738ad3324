using Sallyport.Hooks;

// The person stopped the turn: put it on the record.
return HookProcess.Run<InterruptHook>(args);
