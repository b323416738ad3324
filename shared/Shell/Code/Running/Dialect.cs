namespace Sallyport.Shell.Code;

/// <summary>What differs from language to language: the grammar, and what the names in it do.</summary>
internal abstract class Dialect
{
    public abstract CodeLanguage Language { get; }

    /// <summary>Reads a program.</summary>
    public abstract Node Parse(string text, Work work);

    /// <summary>What a name stands for that the program itself does not define.</summary>
    public virtual Value Unbound(string name, Evaluator run) => Read(name, run) ?? new SymbolValue(name);

    /// <summary>The value of <paramref name="path"/> where it is more than a name (<c>os.sep</c>, <c>process.argv</c>).</summary>
    public virtual Value? Read(string path, Evaluator run) => null;

    /// <summary>Calls something the language or its libraries offer; null where it is not known.</summary>
    public abstract Value? Call(string path, Arguments arguments, Evaluator run, int position);

    /// <summary>Calls a method of something a library made; null where it is not known.</summary>
    public virtual Value? Call(ObjectValue self, string method, Arguments arguments, Evaluator run, int position) => null;

    /// <summary>Calls a method that the language's texts and lists have beyond the common ones; null where they have none.</summary>
    public virtual Value? CallOn(Value self, string method, Arguments arguments, Evaluator run, int position) => null;

    /// <summary>True where a member of <paramref name="module"/> picked at run time may do anything.</summary>
    public virtual bool Dangerous(string module) => false;

    /// <summary>A property of something a library made.</summary>
    public virtual Value? Field(ObjectValue self, string name, Evaluator run) => null;

    /// <summary>True where <c>from module import *</c> brings in <paramref name="name"/>.</summary>
    public virtual bool Exports(string module, string name) => false;

    /// <summary>A module was brought in by its name.</summary>
    public virtual void Imported(string module, Evaluator run)
    {
    }

    /// <summary>A statement of the program itself left a value that nothing takes.</summary>
    public virtual void Left(Node statement, Value value, Evaluator run)
    {
    }

    /// <summary>Something outside the program was given a value.</summary>
    public virtual void Assigned(string path, Value value, Evaluator run)
    {
    }

    /// <summary>True where an assignment makes a name of the innermost function.</summary>
    public virtual bool AssignsLocally => true;

    /// <summary>True where a function can be called before the line that defines it.</summary>
    public virtual bool Hoists => false;

    /// <summary>The name under which a function finds all its arguments (<c>@_</c>, <c>arguments</c>).</summary>
    public virtual string? ArgumentList => null;

    /// <summary>The name under which a method finds its object; null where it is the first parameter.</summary>
    public virtual string? SelfName => null;

    /// <summary>An object of a class that inherits from a library's was made.</summary>
    public virtual void Inherited(ObjectValue made, string parent, Arguments arguments, Evaluator run, int position)
    {
    }

    /// <summary>True where a text can be called as the function it names.</summary>
    public virtual bool TextsCall => false;

    /// <summary>The constructor's name.</summary>
    public virtual string Constructor => "__init__";
}
