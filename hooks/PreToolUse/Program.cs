using Sallyport.Hooks;

// A tool is about to run: it does only if it is planned and allowed.
return HookProcess.Run<PreToolUseHook>(args);
