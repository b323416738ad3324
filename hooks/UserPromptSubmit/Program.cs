using Sallyport.Hooks;

// The person sent a prompt: check it, answer Sallyport's own commands, ask the model for a plan.
return HookProcess.Run<UserPromptSubmitHook>(args);
