using Sallyport.Hooks;

// A subagent has said its last words: what it hands back must hold no secret.
return HookProcess.Run<SubagentStopHook>(args);
