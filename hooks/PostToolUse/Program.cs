using Sallyport.Hooks;

// A tool has returned: record the result, withhold what must not reach the model.
return HookProcess.Run<PostToolUseHook>(args);
