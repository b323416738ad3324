namespace Sallyport.Detection.Injection;

/// <summary>Sentences that ask the reader for what it must not give, or to do what nobody is to see.</summary>
internal static class Requests
{
    public static Steering JudgeSecret(in Sentence s)
    {
        var best = default(Steering);
        for (var p = 0; p < s.Count; p++)
        {
            var key = s[p].Is(Concept.Hidden) && s[p].Is(Concept.Secret) && s.Next(p, Concept.Secret, 1) > 0;
            if (!s[p].Is(Concept.Password) && !key || s.Back(p, Concept.I | Concept.You, 3) is var whose and >= 0 && s[whose].Is(Concept.I) || s.Next(p, Concept.Limit, 1) > 0) continue;
            var asked = s.Back(p, Concept.Reveal | Concept.What | Concept.Send, 8);
            var verb = asked;
            if (asked < 0 && s[p].Is(Concept.Foreign) && (verb = s.Next(p, Concept.Reveal | Concept.What, 8)) > 0) asked = p;
            // How one makes a password is no question for one.
            if (asked >= 0 && s[p].Is(Concept.Foreign) && (s.Union & Concept.Learn) != 0 && !s[verb].Is(Concept.Reveal)) continue;
            if (asked < 0 || Overrides.Negated(s, asked) || s[p].Is(Concept.Foreign) && s.Next(p, Concept.Dismiss, 3) > 0) continue; // one's own, forgotten
            var yours = s.Back(p, Concept.You, 4) >= 0;
            var told = s.Back(asked, Concept.You, 6) >= 0;
            var score = yours ? 66 : told ? 58 : s.Asks && s[asked].Is(Concept.What) && s[p].Word - s[asked].Word <= 3 ? 54 : 25;
            if ((s.Union & Concept.Transform) != 0 && s.Back(p, Concept.Private, 6) < 0) score = Math.Max(score, 56 + (s[asked].Is(Concept.Weak) ? 25 : 0));
            if (!s[p].Is(Concept.Foreign) && s.Back(asked, Concept.To, 1) >= 0 && (s.Union & Concept.I) == 0) score -= 30;
            if (s[p].Is(Concept.Foreign)) score = Math.Max(score, s.Asks || yours ? 60 : 40);
            if (s[verb].Is(Concept.Weak) && (s.Union & Concept.I) == 0) score -= 25;
            best = Steering.Stronger(best, new Steering(InjectionRules.SecretRequest, score, Math.Min(asked, p), p));
        }
        return best;
    }

    /// <summary>A made-up world in which telling somebody's address is allowed; the user's own data.</summary>
    public static Steering JudgePrivate(in Sentence s, bool supposing)
    {
        for (var p = 0; p < s.Count; p++)
        {
            if (!s[p].Is(Concept.Private)) continue;
            var asked = s.Back(p, Concept.Reveal | Concept.What, 12);
            if (asked < 0 || Overrides.Negated(s, asked) || s[asked].Is(Concept.Weak) || (s.Cues & Cue.Schema) != 0) continue;
            var user = s.Back(p, Concept.User, 4) >= 0 && s[asked].Word <= 6;
            var score = supposing && s[asked].Is(Concept.Reveal) ? 58 : user && s.Asks ? 54 : 0;
            if (score > 0) return new Steering(InjectionRules.PrivateRequest, score, asked, p);
        }
        return default;
    }

    public static Steering JudgeConceal(in Sentence s, ReadOnlySpan<char> text)
    {
        var best = default(Steering);
        for (var n = 0; n < s.Count; n++)
        {
            if (s[n].Is(Concept.Not) && s.Next(n, Concept.Inform, 3) is var inform and > 0 && s.Next(inform, Concept.User, 7) is var user and > 0)
            {
                var telling = s[inform].Is(Concept.Reveal | Concept.Add) && (user < inform || IsOfThis(text[s[user].End..]) || s[user].Word - s[inform].Word > 3);
                best = Steering.Stronger(best, new Steering(InjectionRules.Conceal, telling ? 66 : (s.Union & (Concept.Send | Concept.Order | Concept.Ai)) != 0 ? 55 : 35, n, user));
            }
            if (s[n].Is(Concept.Quietly) && (s.Next(n, Concept.Send, 3) is var send and > 0 || (send = s.Back(n, Concept.Send, 8)) >= 0)
                && (s.Union & (Concept.Secret | Concept.Data | Concept.Outside)) != 0)
                best = Steering.Stronger(best, new Steering(InjectionRules.Conceal, 62, Math.Min(n, send), Math.Max(n, send)));
        }
        return best;
    }

    /// <summary>"Do not tell the user about this": but "the internal id" is what a screen leaves out.</summary>
    private static bool IsOfThis(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || rest[0] != ' ') return true;
        rest = rest[1..];
        var end = 0;
        while (end < rest.Length && char.IsLetter(rest[end])) end++;
        // "About this" is about what was read; "about internal codes" is about what a program shows.
        if (rest[..end] is "about" && end < rest.Length)
        {
            rest = rest[(end + 1)..];
            end = 0;
            while (end < rest.Length && char.IsLetter(rest[end])) end++;
            return rest[..end] is "this" or "that" or "it" or "the" or "these" or "any" or "anything" or "your" or "our" or "what" or "my" or "having";
        }
        return rest[..end] is "about" or "this" or "that" or "anything" or "what" or "of" or "any" or "you" or "it" or "why" or "how" or "until" or "when" or "or" or "and" or "unless";
    }

    public static Steering JudgeExfiltration(in Sentence s)
    {
        var best = default(Steering);
        for (var v = 0; v < s.Count; v++)
        {
            if (!s[v].Is(Concept.Send) || Overrides.Negated(s, v)) continue;
            var outside = s.Next(v, Concept.Outside, 14);
            if (outside < 0) continue;
            var what = s.Between(v, outside);
            var score = s[outside].Is(Concept.Hostile) || (s.Between(v, outside + 2) & Concept.Hostile) != 0 ? 68 : (what & Concept.Secret) != 0
                ? (s.Back(outside, Concept.To, 2) >= 0 ? 62 : 42) : (what & Concept.Data) != 0 ? 38 : 0;
            var imperative = v == 0 || s[v].Word == 1 || s.Back(v, Concept.And | Concept.You | Concept.Always | Concept.Now, 2) >= 0;
            if (!imperative) score -= 15;
            if ((s.Union & (Concept.Quietly | Concept.Ai | Concept.Prior)) != 0) score += 15;
            best = Steering.Stronger(best, new Steering(InjectionRules.Exfiltration, score, v, outside));
        }
        return best;
    }

    /// <summary>Steers a tool, or the person's consent to it.</summary>
    public static Steering JudgeTool(in Sentence s)
    {
        for (var v = 0; v < s.Count; v++)
        {
            if (s[v].Is(Concept.Dismiss) && !Overrides.Negated(s, v) && s.Next(v, Concept.Approval, 4) is var approval and > 0 && (s.Union & (Concept.Run | Concept.Tool)) != 0)
                return new Steering(InjectionRules.ToolSteering, 62, v, approval);
            if (s[v].Is(Concept.Not) && s.Next(v, Concept.Approval, 3) is var asking and > 0 && s.Next(asking, Concept.User, 3) is var user and > 0
                && s.Back(v, Concept.Run | Concept.Send, 9) is var run and >= 0)
                return new Steering(InjectionRules.ToolSteering, 60, run, user);
        }
        return default;
    }

    public static Steering JudgeReply(in Sentence s)
    {
        for (var v = 0; v < s.Count; v++)
        {
            if (!s[v].Is(Concept.Transform | Concept.Add) || Overrides.Negated(s, v)) continue;
            var reply = s.Next(v, Concept.Reply, 8);
            if (reply < 0 && s[v].Is(Concept.Transform)) reply = s.Back(v, Concept.Reply, 6);
            if (reply < 0 || s[reply].Is(Concept.Reveal) || s.Back(reply, Concept.You, 1) < 0) continue;
            // "modify your answer", "in your response".
            if (s[v].Is(Concept.Transform) || s[reply].Word - s[v].Word > 2 && s[reply].End - s[reply].Start is 8 or 6 or 5)
                return new Steering(InjectionRules.ReplySteering, 55, Math.Min(v, reply), Math.Max(v, reply));
        }
        for (var r = 0; r < s.Count; r++)
        {
            if (!s[r].Is(Concept.Reply) || s[r].End - s[r].Start == 8 && s[r].Word == 1) continue;
            // "Reply in reverse", "in your answer, suggest that".
            if ((s[r].Word == 1 || s[r].Word <= 4 && s.Asks && s.Back(r, Concept.You, 1) >= 0) && s.Next(r, Concept.Transform, 3) is var how and > 0)
                return new Steering(InjectionRules.ReplySteering, s[how].Is(Concept.Weak) ? 45 : 54, r, how);
            if (s[r].Word <= 3 && s.Back(r, Concept.You, 1) == 0 && s.Next(r, Concept.Add, 1) is var added and > 0) return new Steering(InjectionRules.ReplySteering, 54, r, added);
        }
        return default;
    }
}
