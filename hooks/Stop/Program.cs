using Sallyport.Hooks;

// The turn is over: report what the person should know and close it in the record.
return HookProcess.Run<StopHook>(args);
