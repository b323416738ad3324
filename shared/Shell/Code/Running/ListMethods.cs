namespace Sallyport.Shell.Code;

/// <summary>Methods of lists.</summary>
internal static class ListMethods
{
    public static Value? Call(ListValue list, string name, Arguments arguments, Evaluator run, int position)
    {
        switch (name)
        {
            case "append" or "push" or "add":
                foreach (var item in arguments.Positional) list.Add(item);
                return list;
            case "extend" or "concat" or "push_all":
                foreach (var more in arguments.Positional)
                {
                    if (more is not ListValue other) list.Open = true;
                    else
                        foreach (var item in other.Items.ToArray()) list.Add(item);
                }
                return list;
            case "insert" or "unshift" or "prepend":
                var at = name == "insert" && arguments[0] is NumberValue place ? (int)Math.Clamp(place.Number, 0, list.Items.Count) : 0;
                if (list.Items.Count >= ListValue.MaxItems) list.Open = true;
                else if (arguments.Count > 0) list.Items.Insert(at, arguments.Positional[^1]);
                return list;
            case "pop" or "shift":
                if (list.Open || list.Items.Count == 0) return Evaluator.Any(list);
                var taken = name == "shift" || arguments[0] is NumberValue { Number: 0 } ? 0 : list.Items.Count - 1;
                var gone = list.Items[taken];
                list.Items.RemoveAt(taken);
                return gone;
            case "join":
                return Operators.Bound(list.Join(arguments[0]?.Known ?? (run.Dialect.Language == CodeLanguage.JavaScript ? "," : "")), list.Carried);
            case "reverse" or "reversed":
                list.Items.Reverse();
                return list;
            case "sort" or "sorted" or "uniq" or "compact" or "flatten" or "to_a" or "slice" when arguments.Count == 0:
                return list;
            case "slice" or "splice":
                return Operators.Slice(list, arguments[0], arguments[1], null);
            case "first":
                return list.Items.Count > 0 && !list.Open ? list.Items[0] : Evaluator.Any(list);
            case "last":
                return list.Items.Count > 0 && !list.Open ? list.Items[^1] : Evaluator.Any(list);
            case "pack" when arguments[0]?.Known is { } directive:
                return Pack(list, directive);
            case "map" or "collect" or "flatMap" or "flat_map":
                return Map(list, arguments[0], run, position);
            case "filter" or "select" or "reject" or "find" or "some" or "every":
                Each(list, arguments[0], run, position);
                return name == "find" ? Evaluator.Any(list) : new ListValue([.. list.Items], true);
            case "forEach" or "each" or "each_with_index" or "reduce" or "inject" or "each_slice" or "reverse_each" or "find_each":
                Each(list, arguments.Count > 0 ? arguments.Positional[^1] is FunctionValue ? arguments.Positional[^1] : arguments[0] : null, run, position);
                return list;
            case "toString" or "to_s" or "decode":
                return new TextValue(list.Join(run.Dialect.Language == CodeLanguage.JavaScript ? "," : ""));
            case "length" or "size" or "count" when !list.Open:
                return new NumberValue(list.Items.Count);
            default:
                return null;
        }
    }

    private static void Each(ListValue list, Value? function, Evaluator run, int position)
    {
        if (list.Open || list.Items.Count > 256)
        {
            run.CallBack(function, position, Evaluator.Any(list));
            return;
        }
        foreach (var item in list.Items.ToArray())
            if (run.Work.Step()) run.CallBack(function, position, item);
    }

    private static ListValue Map(ListValue list, Value? function, Evaluator run, int position)
    {
        var result = new ListValue([], list.Open);
        foreach (var item in list.Items.ToArray())
        {
            if (!run.Work.Step()) break;
            result.Add(run.CallBack(function, position, item) ?? UnknownValue.Nothing);
        }
        return result;
    }

    /// <summary><c>[114, 109].pack("c*")</c>, <c>pack("H*", …)</c></summary>
    private static Value? Pack(ListValue list, string directive)
    {
        if (list.Open || list.Items.Count == 0) return null;
        switch (directive.TrimEnd('*').ToUpperInvariant())
        {
            case "C" or "U" or "W":
                var text = new System.Text.StringBuilder();
                foreach (var item in list.Items)
                {
                    if (item is not NumberValue code) return null;
                    text.Append(Format.Character(code.Number));
                }
                return TextValue.Of(text.ToString());
            case "H":
                return Decoding.Hex(list.Items[0]);
            case "A":
                return list.Items[0];
            default:
                return null;
        }
    }
}
