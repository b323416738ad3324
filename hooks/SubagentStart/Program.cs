using Sallyport.Hooks;

// A subagent begins: tell it whether a plan holds, and put it on the record.
return HookProcess.Run<SubagentStartHook>(args);
