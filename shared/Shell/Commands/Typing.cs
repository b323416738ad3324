namespace Sallyport.Shell.Commands;

/// <summary>
/// Programs that type into a window or terminal which is open already. What they type, no hook sees: it may be a command, or the word of
/// the person in Codex itself.
/// </summary>
internal static class Typing
{
    public static bool Describe(Call call)
    {
        switch (call.Program)
        {
            case "xdotool" or "ydotool":
                if (call.Argv.Any(word => word.Known is "type" or "key" or "keydown")) call.Session(call.Program);
                return true;
            case "wtype" or "dotool" or "xte" or "xvkbd":
                if (!call.AsksHelp) call.Session(call.Program);
                return true;
            case "wezterm":
                if (call.Argv.Any(word => word.Known == "send-text")) call.Session(call.Program);
                return true;
            case "kitty" or "kitten":
                if (call.Argv.Any(word => word.Known is "send-text" or "send-key")) call.Session(call.Program);
                return true;
            default:
                return false;
        }
    }
}
