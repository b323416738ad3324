namespace Sallyport.Shell.Evaluation;

/// <summary>What arithmetic needs of variables; null stands for a value nobody knows.</summary>
internal interface IArithmeticVariables
{
    /// <summary>The value as text; null where it is not known, empty where it is not set.</summary>
    string? Read(string name, long? index);

    /// <summary>Sets a variable.</summary>
    void Write(string name, long? index, long? value);
}
