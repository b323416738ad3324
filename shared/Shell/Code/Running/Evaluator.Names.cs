namespace Sallyport.Shell.Code;

internal sealed partial class Evaluator
{
    private Value Name(string name)
    {
        if (scope.Find(name) is { } value) return value;
        if (name.Contains(Marked.Open)) return new UnknownValue(name.Trim(Marked.Open, Marked.Close));
        for (var at = scope; at is not null; at = at.Parent)
        {
            if (at.Wildcards is null) continue;
            foreach (var module in at.Wildcards)
                if (dialect.Exports(module, name)) return Symbol(module + "." + name);
        }
        return dialect.Unbound(name, this);
    }

    /// <summary>What a full name stands for.</summary>
    public Value Symbol(string path) => dialect.Read(path, this) ?? new SymbolValue(path);

    private Value Member(MemberNode node) => Member(Evaluate(node.Target), node.Name);

    /// <summary><c>target.name</c></summary>
    public Value Member(Value target, string name)
    {
        switch (target)
        {
            case SymbolValue symbol:
                return Symbol(symbol.Path + "." + name);
            case ObjectValue made:
                if (made.Fields.TryGetValue(name, out var field)) return field;
                if (made.Class is not null) return Method(made.Class, name, made, 0) ?? new BoundValue(made, name);
                return dialect.Field(made, name, this) ?? new BoundValue(made, name) { Origin = made.Origin & Origin.WholeEnvironment };
            case ClassValue type:
                return Method(type, name, null, 0) ?? new BoundValue(type, name);
            case DictValue dict when dict.Items.TryGetValue(name, out var item):
                return item;
            case ChoiceValue choice:
                Value? result = null;
                foreach (var option in choice.Options)
                {
                    if (!work.Step()) break;
                    var one = option is ChoiceValue ? UnknownValue.Nothing : Member(option, name);
                    result = result is null ? one : ChoiceValue.Of(result, one);
                }
                return result ?? UnknownValue.Nothing;
            default:
                return new BoundValue(target, name) { Origin = target.Origin };
        }
    }

    private static Value? Method(ClassValue type, string name, Value? self, int level)
    {
        if (type.Members.Own(name) is { } member)
            return member is FunctionValue function && self is not null ? new FunctionValue(function.Node, function.Scope, self) : member;
        if (level > 8) return null;
        foreach (var parent in type.Bases)
            if (parent is ClassValue inherited && Method(inherited, name, self, level + 1) is { } found) return found;
        return null;
    }

    private Value Index(IndexNode node)
    {
        var target = Evaluate(node.Target);
        return Index(target, node.Key is null ? null : Evaluate(node.Key));
    }

    /// <summary><c>target[key]</c></summary>
    public Value Index(Value target, Value? key)
    {
        switch (target)
        {
            case ListValue list when key is NumberValue number && !list.Open:
                var at = (int)Math.Clamp(number.Number, -ListValue.MaxItems, ListValue.MaxItems);
                if (at < 0) at += list.Items.Count;
                return at >= 0 && at < list.Items.Count ? list.Items[at] : UnknownValue.Nothing;
            case ListValue pairs when key is TextValue { Known: { } wanted } && !pairs.Open:
                for (var i = 0; i + 1 < pairs.Items.Count; i += 2)
                    if (pairs.Items[i].Known == wanted) return pairs.Items[i + 1];
                return Any(pairs);
            // 'abc'[2..0]
            case ListValue or TextValue when key is ListValue { Open: false } places && target is not (ListValue { Open: true } or TextValue { Known: null }):
                var picked = new ListValue([]);
                foreach (var place in places.Items)
                    if (place is not ListValue && work.Step()) picked.Add(Index(target, place));
                return picked;
            case ListValue list:
                return Any(list);
            case DictValue dict when key?.Known is { } name:
                return dict.Items.TryGetValue(name, out var item) ? item : new UnknownValue($"[{name}]");
            case TextValue { Known: { } text } when key is NumberValue number:
                at = (int)Math.Clamp(number.Number, -Operators.MaxText, Operators.MaxText);
                if (at < 0) at += text.Length;
                return at >= 0 && at < text.Length ? TextValue.Of(text[at].ToString()) : UnknownValue.Nothing;
            case ObjectValue { Type: "environment" }:
                return Environment(key);
            case ObjectValue { Type: "arguments" }:
                return new UnknownValue("an argument") { Origin = Origin.Input };
            case SymbolValue symbol:
                return key?.Known is { } known ? Symbol(symbol.Path + "." + known) : new SymbolValue(symbol.Path + ".?");
            case ObjectValue or ClassValue when key?.Known is { } field:
                return Member(target, field);
            case BoundValue bound:
                return new UnknownValue(bound.Text + "[…]") { Origin = bound.Origin };
            default:
                return new UnknownValue(target.Text + "[…]") { Origin = target.Origin };
        }
    }

    /// <summary>An environment variable as far as it was observed.</summary>
    public Value Environment(Value? key)
    {
        if (key?.Known is not { } name) return new UnknownValue("an environment variable") { Origin = Origin.Environment };
        if (name.ToUpperInvariant() is "HOME" or "USERPROFILE" && sink.Facts.Home is { } home) return TextValue.Of(home);
        foreach (var (variable, set) in sink.By.Environment)
            if (variable == name) return new TextValue(set) { Origin = Origin.Environment };
        if (sink.Exported is { } exported && exported.TryGetValue(name, out var word)) return new TextValue(word) { Origin = Origin.Environment };
        return sink.Facts.Environment.TryGetValue(name, out var value)
            ? TextValue.Of(value)
            : new TextValue(Word.Unknown("$" + name)) { Origin = Origin.Environment };
    }

    /// <summary>Some element of a list.</summary>
    public static Value Any(ListValue list)
    {
        Value? result = list.Open ? UnknownValue.Nothing : null;
        foreach (var item in list.Items)
        {
            result = result is null ? item : ChoiceValue.Of(result, item);
            if (result is UnknownValue) break;
        }
        return result ?? UnknownValue.Nothing;
    }

    private Value Slice(SliceNode node)
    {
        var target = Evaluate(node.Target);
        var from = node.From is null ? null : Evaluate(node.From);
        var to = node.To is null ? null : Evaluate(node.To);
        var step = node.Step is null ? null : Evaluate(node.Step);
        return Operators.Slice(target, from, to, step);
    }

    private ListValue List(ListNode node)
    {
        var result = new ListValue([]);
        foreach (var item in node.Items)
        {
            var value = Evaluate(item.Value);
            if (!item.Spread) result.Add(value);
            else if (value is ListValue inner)
            {
                foreach (var one in inner.Items.ToArray()) result.Add(one);
                result.Open |= inner.Open;
            }
            else result.Open = true;
        }
        return result;
    }

    private DictValue Dict(DictNode node)
    {
        var result = new DictValue();
        foreach (var (key, value) in node.Pairs)
        {
            var item = Evaluate(value);
            if (key is null)
            {
                if (item is not DictValue inner) result.Open = true;
                else
                    foreach (var (name, one) in inner.Items.ToArray()) result.Items[name] = one;
            }
            else if (Evaluate(key).Known is { } known) result.Items[known] = item;
            else result.Open = true;
        }
        return result;
    }

    private Value Assign(AssignNode node)
    {
        var value = Evaluate(node.Value);
        if (node.Operator is "||=" or "??=" or "or=") value = ChoiceValue.Of(Evaluate(node.Target), value);
        else if (node.Operator is not ("=" or ":=")) value = Operators.Apply(node.Operator[..^1], Evaluate(node.Target), value);
        Bind(node.Target, value, node.Operator == ":=" || (node.Operator == "=" && dialect.AssignsLocally));
        return value;
    }

    /// <summary>Gives a target its value, taking lists apart.</summary>
    private void Bind(Node target, Value value, bool declare = true)
    {
        if (!work.Enter()) return;
        switch (target)
        {
            case NameNode name:
                if (declare) scope.Declare(name.Name, value);
                else scope.Assign(name.Name, value);
                break;
            case MemberNode member:
                var owner = Evaluate(member.Target);
                if (owner is ObjectValue made) made.Fields[member.Name] = value;
                else if (owner is DictValue dict) dict.Items[member.Name] = value;
                else if (owner is ClassValue type) type.Members.Declare(member.Name, value);
                else if (owner is SymbolValue symbol) dialect.Assigned(symbol.Path + "." + member.Name, value, this);
                break;
            case IndexNode index:
                var holder = Evaluate(index.Target);
                var key = index.Key is null ? null : Evaluate(index.Key);
                Store(holder, key, value);
                break;
            case ListNode list:
                BindEach(list, value, declare);
                break;
            case DictNode pattern:
                foreach (var (name, part) in pattern.Pairs)
                    if (name is LiteralNode { Value.Known: { } known }) Bind(part, Member(value, known), declare);
                break;
            case OpaqueNode opaque:
                foreach (var part in opaque.Parts) Bind(part, value, declare);
                break;
        }
        work.Leave();
    }

    private void BindEach(ListNode targets, Value value, bool declare)
    {
        for (var i = 0; i < targets.Items.Count; i++)
        {
            var part = value switch
            {
                ListValue { Open: false } list when targets.Items[i].Spread => new ListValue([.. list.Items.Skip(i)]),
                ListValue { Open: false } list when i < list.Items.Count => list.Items[i],
                ListValue => UnknownValue.Nothing,
                _ => new UnknownValue(value.Text.ToString()) { Origin = value.Origin },
            };
            Bind(targets.Items[i].Value, part, declare);
        }
    }

    private static void Store(Value holder, Value? key, Value value)
    {
        switch (holder)
        {
            case DictValue dict when key?.Known is { } name:
                dict.Items[name] = value;
                break;
            case DictValue dict:
                dict.Open = true;
                break;
            case ListValue list when key is NumberValue { Number: >= 0 } number && number.Number < list.Items.Count:
                list.Items[(int)number.Number] = value;
                break;
            case ListValue list when key is NumberValue number && number.Number == list.Items.Count:
                list.Add(value);
                break;
            case ListValue list:
                list.Open = true;
                break;
            case ObjectValue made when key?.Known is { } name:
                made.Fields[name] = value;
                break;
        }
    }
}
