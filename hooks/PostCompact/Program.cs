using Sallyport.Hooks;

// The conversation was cut down to a summary: put it on the record.
return HookProcess.Run<PostCompactHook>(args);
