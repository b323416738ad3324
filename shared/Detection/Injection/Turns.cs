namespace Sallyport.Detection.Injection;

/// <summary>A conversation made up to lead its reader on: turns before an open one, a word over and over before a question, a flood of questions.</summary>
internal static class Turns
{
    /// <summary>A longer text is something else than a prompt.</summary>
    private const int Longest = 16 * 1024;

    private const int LongestLabel = 12;
    private const int Repeats = 9;
    private const int Questions = 6;

    /// <summary>After so many questions with answers, one more behind the last answer is what all of them were for.</summary>
    private const int ManyPairs = 3;

    public static void Judge(ref ScanContext context)
    {
        if (context.Text.Length > Longest) return;
        Open(ref context);
        Repeated(ref context);
        Flood(ref context);
    }

    /// <summary>"Q: …? A: … Q: …?" that ends with a question nobody answered, or with the name of who is to answer.</summary>
    private static void Open(ref ScanContext context)
    {
        var text = context.Text;
        if (text.IndexOfAny('?', '？', '؟') < 0 && text.TrimEnd() is [.., not (':' or '：')]) return;
        ReadOnlySpan<char> question = default, answer = default, last = default;
        var (pairs, start, lastEnd, said, spoke) = (0, -1, 0, false, -1);
        for (var at = 0; text[at..].IndexOfAny(':', '：') is >= 0 and var hit;)
        {
            var colon = at + hit;
            at = colon + 1;
            var label = LabelBefore(text, colon);
            if (label.IsEmpty || colon - label.Length < lastEnd) continue;
            if (spoke < 0 && Speaks(label)) spoke = colon - label.Length;
            said |= Answers(label) && spoke >= 0 && spoke < colon - label.Length;
            if (!last.IsEmpty && (AsksBefore(text, colon - label.Length) || Speaks(last) && Answers(label)) && !label.SequenceEqual(last))
            {
                if (last.SequenceEqual(question) && label.SequenceEqual(answer)) pairs++;
                else
                {
                    question = last;
                    answer = label;
                    (pairs, start) = (1, lastEnd - last.Length - 1);
                }
            }
            last = label;
            lastEnd = at;
        }
        if (last.IsEmpty) return;
        var rest = text[lastEnd..].Trim();
        var waits = last.SequenceEqual(question) && rest.Length is > 4 and < 600 && (rest[^1] is '?' or '？' or '؟' || Speaks(question) && !rest.Contains('\n'))
            || last.SequenceEqual(answer) && (rest.IsEmpty || pairs >= ManyPairs && rest.Length < 900 && rest[^1] is '?' or '？' or '؟');
        if (waits && pairs >= (Speaks(question) || Pair(question, answer) ? 1 : 2)) context.Add(InjectionRules.OpenTurn, start, text.Length, 54);
        else if (said && Answers(last) && last.Length > 1 && rest.Length < 3) context.Add(InjectionRules.OpenTurn, spoke, text.Length, 58);
    }

    private static ReadOnlySpan<char> LabelBefore(ReadOnlySpan<char> text, int colon)
    {
        var start = colon;
        while (start > 0 && colon - start < LongestLabel && char.IsLetter(text[start - 1])) start--;
        return start == colon || start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '/' or '-' or '.' or '$') ? default : text[start..colon];
    }

    private static bool AsksBefore(ReadOnlySpan<char> text, int at)
    {
        while (at > 0 && (char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '"' or '\'')) at--;
        return at > 0 && text[at - 1] is '?' or '？' or '؟' && at > 0;
    }

    private static bool Speaks(ReadOnlySpan<char> label) =>
        Is(label, "Q") || Is(label, "Question") || Is(label, "User") || Is(label, "Human") || Is(label, "Input");

    private static bool Answers(ReadOnlySpan<char> label) =>
        Is(label, "A") || Is(label, "Answer") || Is(label, "Assistant") || Is(label, "AI") || Is(label, "Bot") || Is(label, "ChatGPT") || Is(label, "Output");

    /// <summary>What languages write before a question and its answer.</summary>
    private static bool Pair(ReadOnlySpan<char> question, ReadOnlySpan<char> answer) => question switch
    {
        "P" or "D" => answer is "R",
        "F" or "V" => answer is "A",
        "S" => answer is "C" or "A",
        "T" => answer is "J",
        "В" => answer is "О",
        "س" => answer is "ج",
        "问" or "問" => answer is "答",
        "질문" => answer is "답변" or "답",
        "Hỏi" => answer is "Đáp" or "A",
        "Pregunta" => answer is "Respuesta",
        "Pergunta" => answer is "Resposta",
        "Domanda" => answer is "Risposta",
        "Frage" => answer is "Antwort",
        "Soru" => answer is "Cevap",
        "Вопрос" => answer is "Ответ",
        "Pytanie" => answer is "Odpowiedź",
        _ => false,
    };

    private static bool Is(ReadOnlySpan<char> label, string name) => label.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The same word over and over, and then a question.</summary>
    private static void Repeated(ref ScanContext context)
    {
        var text = context.Text;
        if (text.IndexOfAny('?', '？', '؟') < 0) return;
        var (start, length, count) = (0, 0, 0);
        for (var at = 0; at < text.Length;)
        {
            var end = text[at..].IndexOf(' ') is >= 0 and var space ? at + space : text.Length;
            var word = text[at..end];
            if (word.Length >= 3 && word.SequenceEqual(text.Slice(start, length))) count++;
            else
            {
                if (count >= Repeats && Asks(text[at..Math.Min(text.Length, at + 400)]))
                {
                    context.Add(InjectionRules.OpenTurn, start, at, 54);
                    return;
                }
                (start, length, count) = (at, word.Length, 1);
            }
            at = end + 1;
        }
    }

    private static bool Asks(ReadOnlySpan<char> text)
    {
        if (text.IndexOf('\n') is >= 0 and var line) text = text[..line];
        return text.IndexOfAny('?', '？', '؟') > 8;
    }

    /// <summary>One line of question after question, which is nearly the whole text.</summary>
    private static void Flood(ref ScanContext context)
    {
        var text = context.Text;
        var (from, asked) = (0, 0);
        for (var at = 0; at < text.Length;)
        {
            var next = text[at..].IndexOfAny("?.!\n");
            if (next < 0) break;
            var end = at + next;
            at = end + 1;
            if (text[end] == '?' && at < text.Length && text[at] == ' ' && end - from > 8) asked++;
            else if (text[end] != '.' || at >= text.Length || char.IsWhiteSpace(text[at])) (asked, from) = (0, at);
            if (asked < Questions || from * 4 > text.Length) continue;
            context.Add(InjectionRules.OpenTurn, from, at, 52);
            return;
        }
    }
}
