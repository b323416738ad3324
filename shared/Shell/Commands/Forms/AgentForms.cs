namespace Sallyport.Shell.Commands.Forms;

/// <summary>Other agents started with their safeguards off, and other guards switched off.</summary>
internal static class AgentForms
{
    public const string Table =
        """
        = escalate unguarded-agent
        claude --dangerously-skip-permissions
        claude --allow-dangerously-skip-permissions
        claude --permission-mode=bypassPermissions
        claude --safe-mode
        claude --bare
        claude --setting-sources
        claude ^DISABLE_HOOKS=1
        codex --dangerously-bypass-approvals-and-sandbox
        codex --yolo
        codex --sandbox=danger-full-access
        codex -s=danger-full-access
        codex --dangerously-bypass-hook-trust
        gemini --yolo
        gemini -y
        gemini --approval-mode=yolo
        qwen --yolo
        qwen -y
        amp --dangerously-allow-all
        amp ^PLUGINS=off
        cursor-agent --force
        cursor-agent -f
        cursor-agent --yolo
        opencode --pure
        opencode ^OPENCODE_PURE=1
        opencode ^OPENCODE_PURE=true
        opencode ^OPENCODE_DISABLE_PLUGINS=1
        opencode ^OPENCODE_PERMISSION=
        pi --no-extensions
        pi -ne
        omp --no-extensions
        droid --skip-permissions-unsafe
        droid exec --auto=high
        crush --yolo
        crush -y
        copilot --allow-all-tools
        copilot --allow-all
        copilot --yolo
        kiro-cli --trust-all-tools
        q chat --trust-all-tools
        hermes --yolo
        auggie --yolo
        goose ^GOOSE_MODE=auto
        = escalate other-guard
        nah nap|trust|untrust|hook|uninstall|disable|allow|off|stop|reset|upgrade|update|install
        dcg uninstall|allow|allow-once|allowlist|disable|off|install|update|bypass
        cc-safety-net uninstall|disable|off|set|config|install|update|allow
        tirith uninstall|disable|off|trust|untrust|allow|allowlist|policy|init|setup|daemon
        cupcake uninstall|disable|trust|init
        sondera uninstall|disable|stop
        agentsh uninstall|disable|stop|kill|shim
        defenseclaw uninstall|disable|stop|observe
        doberman uninstall|disable|stop|off
        leash stop|uninstall|disable
        cargo uninstall ~nah-cli
        cargo uninstall nah
        cargo uninstall --bin=nah
        cargo uninstall --package=nah
        cargo uninstall dcg|destructive_command_guard|tirith
        cargo install ~nah-cli
        cargo install ~destructive_command_guard --force
        npm install|i|add @openai/codex@0*|@openai/codex@1*
        pnpm install|i|add @openai/codex@0*|@openai/codex@1*
        yarn global add @openai/codex@0*|@openai/codex@1*
        bun install|i|add @openai/codex@0*|@openai/codex@1*
        npm uninstall|remove|rm|un cc-safety-net|tirith|block-no-verify|vibesafu|cc-safe-setup|@sheeki03*
        pip uninstall doberman*|ggshield
        pip3 uninstall doberman*|ggshield
        uv tool uninstall doberman*|ggshield
        pipx uninstall doberman*|ggshield
        brew uninstall|remove|rm nah|dcg|tirith|ggshield
        """;
}
