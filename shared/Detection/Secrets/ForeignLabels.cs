namespace Sallyport.Detection.Secrets;

/// <summary>The word for password before a colon or an equals sign, in scripts and letters that no identifier of a program has: 密码：…, пароль: …, hasło: ….</summary>
internal static class ForeignLabels
{
    private const int Longest = 16;

    private static readonly string[] s_labels =
    [
        "密码", "密碼", "口令", "パスワード", "暗証番号", "비밀번호", "암호", "пароль", "пароля", "كلمة المرور", "كلمة السر", "पासवर्ड", "পাসওয়ার্ড", "รหัสผ่าน", "hasło", "lösenord",
        "şifre", "mật khẩu", "κωδικός", "סיסמה",
    ];

    /// <summary>Whether such a word ends right before an operator, past blanks and a quote.</summary>
    public static bool EndsAt(ReadOnlySpan<char> text, int at)
    {
        var before = text[Math.Max(0, at - Longest)..at].TrimEnd(" \t\"'*");
        foreach (var label in s_labels)
            if (before.EndsWith(label, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>What stands behind the operator, if it can be a password: a rule for one ("8文字以上") is written in the label's own script.</summary>
    public static int Recognise(ref ScanContext context, int at, int next)
    {
        var text = context.Text;
        if (!EndsAt(text, at)) return at;
        context.Work += Longest;
        var value = AssignedValue.Read(text, next);
        var inside = text[value.Start..value.End];
        if (inside.IsEmpty || inside.ContainsAnyExceptInRange('!', '~') || !Randomness.IsMixed(inside) && !Chars.HasAny(inside, "!@#%^&*+?")) return at;
        var sure = SecretValues.Password(inside, value.Quoted, literalContext: true, shout: false);
        if (sure == 0) return at;
        context.Add(AssignmentRules.Password, value.Start, value.End, sure);
        return value.End;
    }
}
