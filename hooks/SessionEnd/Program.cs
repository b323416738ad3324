using Sallyport.Hooks;

// The session is over: sign the record as it stands.
return HookProcess.Run<SessionEndHook>(args);
