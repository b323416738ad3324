using Sallyport.Hooks;

// A session begins, resumes, is cleared, compacted or forked: say what is enforced.
return HookProcess.Run<SessionStartHook>(args);
