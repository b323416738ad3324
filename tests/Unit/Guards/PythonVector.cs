namespace Sallyport.Tests.Guards;

/// <summary>An answer signed outside of this code base. Its whole numbers lost their ".0" on the way, as they do in JavaScript.</summary>
internal static class PythonVector
{
    public const string Plan = """
        {"steps": [{"action": "Bash", "tool": "Bash", "mcp": "codex", "description": "größer 😀", "metadata": {}}, {"action": "apply_patch", "tool": "apply_patch", "mcp": "codex", "description": "", "metadata": {"inputs": {"n": 1.5}}}], "metadata": {"goal": "a goal", "source": "codex-registered"}}
        """;

    public const string Answer = """
        {"success": true, "token": {"plan_hash": "8dd4524033b272a793187a640a57d3e9f368381d0cc9fc453924b188da79c03b", "issued_at": 1800000000, "expires_at": 1800003600, "policy": {"allowed_tools": ["réad"], "deny": []}, "identity": "codex@example", "public_key": "79b5562e8fe654f94078b112e8a98ba7901f853ae695bed7e0e3910bad049664", "version": "1.0", "signature": "d9394a5a3d43a081291ddd7b0b78228d22079725d4ae41a2628b8460751423a1dd09187c8db5382e2ecb8158e10b1378c0c92fdb57ca6cdf9d205348e8efc806"}, "plan_hash": "8dd4524033b272a793187a640a57d3e9f368381d0cc9fc453924b188da79c03b", "merkle_root": "a8d42d0ba536e5eb923014b81dda7c5f3818755461328754b07a0bf3c8da91d0", "step_proofs": [[{"position": "right", "sibling_hash": "2fae8afd84d0919feab0a3b16efd8e6266a9f2c65dbaea93c6b41c643b4eecaa"}], [{"position": "left", "sibling_hash": "6dab788735363efa647f680fc88566430b69973bd9d365bd5bd9ec0907c92135"}]]}
        """;
}
