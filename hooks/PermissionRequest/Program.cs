using Sallyport.Hooks;

// Codex is about to ask the person: refuse what policy refuses, otherwise let it ask.
return HookProcess.Run<PermissionRequestHook>(args);
