namespace Sallyport.Detection.Injection;

internal ref partial struct SentenceReader
{
    private void ReadBlock(int from)
    {
        if (_blocks.IsEmpty) Keep(CharBlock.At(_text, from, default), from);
        else Keep(_blocks[from / CharBlock.Size], from);
    }

    private void Keep(in CharBlock block, int from) => (_letters, _digits, _ahead, _from) = (block.Letters, block.Digits, block.Letters | block.Digits | block.Marks | block.Beyond, from);
}
