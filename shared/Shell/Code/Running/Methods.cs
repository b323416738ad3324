namespace Sallyport.Shell.Code;

/// <summary>Methods of texts, lists and dictionaries, by the names the languages give them.</summary>
internal static class Methods
{
    /// <summary>Calls a method; null where it is not known.</summary>
    public static Value? Call(Value self, string name, Arguments arguments, Evaluator run, int position)
    {
        switch (self)
        {
            case ChoiceValue choice:
                Value? result = null;
                foreach (var option in choice.Options)
                {
                    if (option is ChoiceValue || !run.Work.Step()) continue;
                    var one = run.Invoke(run.Member(option, name), arguments, position);
                    result = result is null ? one : ChoiceValue.Of(result, one);
                }
                return result;
            case FunctionValue function:
                return OfFunction(function, name, arguments, run, position);
            case ListValue list:
                return ListMethods.Call(list, name, arguments, run, position);
            case DictValue dict:
                return OfDict(dict, name, arguments, run, position);
            case TextValue or NumberValue:
                return OfText(self, name, arguments, run, position);
            case UnknownValue or BoundValue:
                return OfUnknown(self, name, arguments, run, position);
            default:
                return null;
        }
    }

    private static Value? OfFunction(FunctionValue function, string name, Arguments arguments, Evaluator run, int position)
    {
        switch (name)
        {
            case "call" or "()" or "yield" or "===" or "delay" or "apply_async" or "__call__":
                return run.Invoke(function, run.Dialect.Language == CodeLanguage.JavaScript ? Skip(arguments) : arguments, position);
            case "apply" when arguments[1] is ListValue list:
                return run.Invoke(function, Arguments.Of([.. list.Items]), position);
            case "bind":
                return function;
            default:
                return run.CallBack(function, position) is null ? null : UnknownValue.Nothing;
        }
    }

    public static Arguments Skip(Arguments arguments)
    {
        var result = new Arguments { Open = arguments.Open };
        result.Positional.AddRange(arguments.Positional.Skip(1));
        return result;
    }

    private static Value? OfUnknown(Value self, string name, Arguments arguments, Evaluator run, int position)
    {
        foreach (var argument in arguments.Positional)
        {
            // .then(eval): a function of the language itself is called as one of the script's own is.
            if (argument is not FunctionValue && !(name == "then" && argument is SymbolValue or BoundValue)) continue;
            // forEach, map, then: what the function gets comes from the same place.
            var given = run.CallBack(argument, position, name == "then" ? self : new UnknownValue("element of " + self.Text) { Origin = self.Origin });
            if (name == "then" && given is not null) return given;
        }
        if (self.Origin == Origin.None || Consumes(name)) return null;
        return new UnknownValue(self.Text + "." + name) { Origin = self.Origin | arguments.Origin };
    }

    private static bool Consumes(string name) => name is "unlink" or "rm" or "remove";

    private static Value? OfDict(DictValue dict, string name, Arguments arguments, Evaluator run, int position)
    {
        switch (name)
        {
            case "get" or "fetch" or "dig" or "pop" or "delete" when arguments[0]?.Known is { } key:
                return dict.Items.TryGetValue(key, out var value) ? value : arguments[1] ?? ConstantValue.None;
            case "set" or "store" or "setdefault" when arguments[0]?.Known is { } key && arguments[1] is { } given:
                dict.Items[key] = given;
                return given;
            case "keys":
                return new ListValue([.. dict.Items.Keys.Select(TextValue.Of)], dict.Open);
            case "values":
                return new ListValue([.. dict.Items.Values], dict.Open);
            case "items" or "entries" or "each" or "each_pair" or "to_a":
                var pairs = new ListValue([.. dict.Items.Select(p => (Value)new ListValue([TextValue.Of(p.Key), p.Value]))], dict.Open);
                return arguments[0] is FunctionValue ? ListMethods.Call(pairs, "each", arguments, run, position) : pairs;
            case "update" or "merge":
                if (arguments[0] is DictValue other)
                    foreach (var (k, v) in other.Items) dict.Items[k] = v;
                else dict.Open = true;
                return dict;
            default:
                return null;
        }
    }

    private static Value? OfText(Value self, string name, Arguments arguments, Evaluator run, int position)
    {
        switch (name)
        {
            case "encode" or "decode" when arguments[0]?.Known is { } codec && codec is not ("utf8" or "utf-8" or "ascii" or "latin1"):
                return codec switch
                {
                    "base64" or "base64_codec" => Decoding.Base64(self),
                    "hex" or "hex_codec" => Decoding.Hex(self),
                    "rot13" or "rot_13" => Rot13(self),
                    _ => self,
                };
            case "encode" or "decode" or "toString" or "to_s" or "to_str" or "valueOf" or "strip" or "trim" or "lstrip" or "rstrip" or "chomp"
                or "freeze" or "dup" or "expandtabs" or "normalize" or "b" or "force_encoding" or "trimEnd" or "trimStart" or "to_sym"
                or "String" or "copy" or "clone" or "itself" or "to_path" or "unicode_normalize" or "html_safe" or "tobytes" or "read":
                return Trimmed(self, name);
            case "join" when arguments[0] is ListValue list && self.Known is { } separator:
                return Operators.Bound(list.Join(separator), arguments.Origin | self.Origin);
            case "join" when self.Known is not null:
                return new UnknownValue("joined text") { Origin = arguments.Origin };
            case "format" when self.Known is { } format:
                return Format.Braces(format, arguments);
            case "format_map" when self.Known is { } format && arguments[0] is DictValue fields:
                var named = new Arguments();
                foreach (var (key, value) in fields.Items) named.Named[key] = value;
                return Format.Braces(format, named);
            case "concat" or "<<" or "prepend":
                Value sum = self;
                foreach (var part in arguments.Positional) sum = name == "prepend" ? Operators.Concat(part, sum) : Operators.Concat(sum, part);
                return sum;
            case "repeat" when arguments[0] is NumberValue:
                return Operators.Apply("*", self, arguments[0]!);
            case "charCodeAt" or "codePointAt" or "ord" when self.Known is { Length: > 0 } text:
                var at = arguments[0] is NumberValue index ? (int)Math.Clamp(index.Number, 0, text.Length - 1) : 0;
                return new NumberValue(text[at]);
            case "charAt" or "at":
                return run.Index(self, arguments[0]);
            case "slice" or "substring" or "substr":
                return name == "substr" && arguments[1] is NumberValue length && arguments[0] is NumberValue from
                    ? Operators.Slice(self, from, new NumberValue(from.Number + length.Number), null)
                    : Operators.Slice(self, arguments[0], arguments[1], null);
            case "chr" when self is NumberValue code:
                return TextValue.Of(Format.Character(code.Number));
            case "times" when self is NumberValue && arguments[0] is FunctionValue block:
                run.CallBack(block, position, new UnknownValue("count"));
                return self;
        }
        return self.Known is { } known ? OfKnownText(known, self, name, arguments) : OfUnknown(self, name, arguments, run, position);
    }

    private static TextValue Trimmed(Value self, string name)
    {
        if (self is TextValue text && (self.Known is not { } known || !name.Contains("rim", StringComparison.Ordinal) && !name.Contains("strip", StringComparison.Ordinal)))
            return text;
        return new TextValue(self.Known is { } all ? Word.Of(all.Trim()) : self.Text) { Origin = self.Origin };
    }

    private static Value? OfKnownText(string text, Value self, string name, Arguments arguments)
    {
        switch (name)
        {
            case "upper" or "toUpperCase" or "upcase" or "toLocaleUpperCase":
                return Made(text.ToUpperInvariant(), self);
            case "lower" or "toLowerCase" or "downcase" or "casefold" or "toLocaleLowerCase":
                return Made(text.ToLowerInvariant(), self);
            case "reverse" or "reversed":
                var characters = text.ToCharArray();
                Array.Reverse(characters);
                return Made(new string(characters), self);
            case "swapcase":
                return Made(string.Concat(text.Select(c => char.IsUpper(c) ? char.ToLowerInvariant(c) : char.ToUpperInvariant(c))), self);
            case "replace" or "replaceAll" or "gsub" or "sub" when arguments[0]?.Known is { Length: > 0 } old && arguments[1]?.Known is { } fresh && arguments[0] is TextValue:
                return old.Length * (long)fresh.Length > Operators.MaxText ? null : Bounded(text.Replace(old, fresh, StringComparison.Ordinal), self);
            case "delete" when arguments[0]?.Known is { Length: > 0 } gone:
                return Made(string.Concat(text.Where(c => !gone.Contains(c))), self);
            case "split":
                return Split(text, arguments[0], self.Origin);
            case "splitlines" or "lines":
                return Split(text, TextValue.Of("\n"), self.Origin);
            case "chars" or "bytes" or "each_char":
                return new ListValue([.. text.Take(ListValue.MaxItems).Select(c => name == "bytes" ? (Value)new NumberValue(c) : TextValue.Of(c.ToString()))], text.Length > ListValue.MaxItems);
            case "hex":
                return self;
            case "startswith" or "startsWith" or "start_with?" when arguments[0]?.Known is { } start:
                return text.StartsWith(start, StringComparison.Ordinal) ? ConstantValue.True : ConstantValue.False;
            case "to_i" when double.TryParse(text, out var number):
                return new NumberValue(number);
            case "unpack1" or "unpack" when arguments[0]?.Known is { } directive:
                return Unpack(self, directive, name == "unpack");
            default:
                return null;
        }
    }

    private static Value? Unpack(Value self, string directive, bool asList)
    {
        var value = directive switch
        {
            "m" or "m0" => Decoding.Base64(self),
            "u" => Decoding.Unknown(self, "decoded text"),
            _ => null,
        };
        return value is null ? null : asList ? new ListValue([value]) : value;
    }

    private static ListValue Split(string text, Value? separator, Origin origin)
    {
        var parts = separator?.Known switch
        {
            null => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
            "" => [.. text.Take(ListValue.MaxItems + 1).Select(c => c.ToString())],
            var known => text.Split(known),
        };
        if (separator is UnknownValue) return new ListValue([], true);
        return new ListValue([.. parts.Take(ListValue.MaxItems).Select(p => (Value)new TextValue(Word.Of(p)) { Origin = origin })], parts.Length > ListValue.MaxItems);
    }

    private static Value Rot13(Value self) =>
        self.Known is not { } text ? self : Made(string.Concat(text.Select(c =>
            char.IsAsciiLetterLower(c) ? (char)('a' + ((c - 'a' + 13) % 26)) : char.IsAsciiLetterUpper(c) ? (char)('A' + ((c - 'A' + 13) % 26)) : c)), self);

    private static TextValue Made(string text, Value from) => new(Word.Of(text)) { Origin = from.Origin };

    private static Value Bounded(string text, Value from) => Operators.Bound(Word.Of(text), from.Origin);
}
