using Org.BouncyCastle.Crypto.Digests;
using Field = Org.BouncyCastle.Math.EC.Rfc7748.X25519Field;

namespace Sallyport.Integrity;

/// <summary>
/// Verifies Ed25519 (RFC 8032, 5.1.7) without the tables that the library builds at its first use: a hook verifies once, and those tables
/// cost it more than the verification. The field's arithmetic is the library's; nothing here is secret, so time may depend on the values.
/// </summary>
internal static class Ed25519Verifier
{
    private const int Odd = 8; // 1, 3, … 15 times a point
    private const int Bits = 256;

    // d and the base point's x in RFC 8032's encoding of field elements, and the group's order.
    private static ReadOnlySpan<byte> D =>
    [
        0xa3, 0x78, 0x59, 0x13, 0xca, 0x4d, 0xeb, 0x75, 0xab, 0xd8, 0x41, 0x41, 0x4d, 0x0a, 0x70, 0x00,
        0x98, 0xe8, 0x79, 0x77, 0x79, 0x40, 0xc7, 0x8c, 0x73, 0xfe, 0x6f, 0x2b, 0xee, 0x6c, 0x03, 0x52,
    ];

    private static ReadOnlySpan<byte> BaseX =>
    [
        0x1a, 0xd5, 0x25, 0x8f, 0x60, 0x2d, 0x56, 0xc9, 0xb2, 0xa7, 0x25, 0x95, 0x60, 0xc7, 0x2c, 0x69,
        0x5c, 0xdc, 0xd6, 0xfd, 0x31, 0xe2, 0xa4, 0xc0, 0xfe, 0x53, 0x6e, 0xcd, 0xd3, 0x36, 0x69, 0x21,
    ];

    private static ReadOnlySpan<byte> Order =>
    [
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
    ];

    /// <summary>True where the signature is that of the key over the message.</summary>
    public static bool Verify(ReadOnlySpan<byte> key, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        var r = signature[..32];
        var s = signature[32..];
        var d = Element(D);
        if (!IsBelow(s, Order) || Point.Decode(key, d) is not { } a) return false;

        var digest = new Sha512Digest();
        digest.BlockUpdate([.. r, .. key, .. message], 0, r.Length + key.Length + message.Length);
        var hash = new byte[64];
        digest.DoFinal(hash, 0);

        var twice = Field.Create();
        Field.Add(d, d, twice);
        Field.Carry(twice);
        var sum = Sum(Point.Of(Element(BaseX), BaseY()), s, a.Negated(), Scalar25519.Reduce(hash), twice);
        Span<byte> encoded = stackalloc byte[32];
        sum.Encode(encoded);
        return encoded.SequenceEqual(r);
    }

    // x times p plus y times q: both at once, from the highest bit down.
    private static Point Sum(Point p, ReadOnlySpan<byte> x, Point q, ReadOnlySpan<byte> y, int[] twice)
    {
        Span<sbyte> one = stackalloc sbyte[Bits], other = stackalloc sbyte[Bits];
        Scalar25519.Recode(x, one);
        Scalar25519.Recode(y, other);
        var (ofP, ofQ) = (Multiples(p, twice), Multiples(q, twice));
        var sum = Point.Neutral();
        var bit = Bits - 1;
        while (bit >= 0 && one[bit] == 0 && other[bit] == 0) bit--;
        for (; bit >= 0; bit--)
        {
            sum = sum.Doubled(next: one[bit] != 0 || other[bit] != 0);
            if (one[bit] != 0) sum = sum.Plus(Pick(ofP, one[bit]), twice);
            if (other[bit] != 0) sum = sum.Plus(Pick(ofQ, other[bit]), twice);
        }
        return sum;
    }

    private static Point Pick(Point[] multiples, sbyte digit) => digit > 0 ? multiples[digit / 2] : multiples[-digit / 2].Negated();

    private static Point[] Multiples(Point point, int[] twice)
    {
        var multiples = new Point[Odd];
        var doubled = point.Doubled(next: true);
        multiples[0] = point;
        for (var i = 1; i < Odd; i++) multiples[i] = multiples[i - 1].Plus(doubled, twice);
        return multiples;
    }

    /// <summary>A field element of its 32 bytes, the least first.</summary>
    internal static int[] Element(ReadOnlySpan<byte> bytes)
    {
        var element = Field.Create();
        Field.Decode(bytes.ToArray(), 0, element);
        return element;
    }

    /// <summary>True where a number of 32 bytes, the least first, is below another.</summary>
    internal static bool IsBelow(ReadOnlySpan<byte> number, ReadOnlySpan<byte> limit)
    {
        for (var i = 31; i >= 0; i--)
            if (number[i] != limit[i]) return number[i] < limit[i];
        return false;
    }

    // 4/5: its bytes are 0x58 and thirty-one times 0x66.
    private static int[] BaseY()
    {
        Span<byte> bytes = stackalloc byte[32];
        bytes.Fill(0x66);
        bytes[0] = 0x58;
        return Element(bytes);
    }

    /// <summary>A point of the curve in extended coordinates: x = X/Z, y = Y/Z, T = XY/Z.</summary>
    private readonly record struct Point(int[] X, int[] Y, int[] Z, int[] T)
    {
        public static Point Neutral() => new(Field.Create(), One(), One(), Field.Create());

        public static Point Of(int[] x, int[] y) => new(x, y, One(), Times(x, y));

        /// <summary>The point of its encoding; null where it encodes none, or not in the one way that is allowed.</summary>
        public static Point? Decode(ReadOnlySpan<byte> encoded, int[] d)
        {
            Span<byte> bytes = stackalloc byte[32], prime = stackalloc byte[32];
            encoded.CopyTo(bytes);
            var sign = bytes[31] >> 7;
            bytes[31] &= 0x7f;
            prime.Fill(0xff);
            (prime[0], prime[31]) = (0xed, 0x7f);
            if (!IsBelow(bytes, prime)) return null;
            var y = Element(bytes);
            var square = Square(y);
            var (over, under, x) = (Minus(square, One()), Plus(Times(d, square), One()), Field.Create());
            if (!Field.SqrtRatioVar(over, under, x)) return null;
            Field.Normalize(x);
            if (sign == 1 && Field.IsZeroVar(x)) return null;
            if ((x[0] & 1) != sign)
            {
                Field.Negate(x, x);
                Field.Normalize(x);
            }
            return Of(x, y);
        }

        public Point Negated() => new(Minus(Field.Create(), X), Y, Z, Minus(Field.Create(), T));

        /// <summary>Twice the point. T serves additions alone: it is worked out where one comes next.</summary>
        public Point Doubled(bool next)
        {
            var (a, b, c, both) = (Square(X), Square(Y), Square(Z), Square(Plus(X, Y)));
            var h = Plus(a, b);
            var e = Minus(h, both);
            var g = Minus(a, b);
            var f = Plus(Plus(c, c), g);
            return new Point(Times(e, f), Times(g, h), Times(f, g), next ? Times(e, h) : T);
        }

        public Point Plus(Point other, int[] twice)
        {
            var a = Times(Minus(Y, X), Minus(other.Y, other.X));
            var b = Times(Plus(Y, X), Plus(other.Y, other.X));
            var c = Times(Times(T, twice), other.T);
            var z = Times(Z, other.Z);
            var (e, f, g, h) = (Minus(b, a), Minus(Plus(z, z), c), Plus(Plus(z, z), c), Plus(b, a));
            return new Point(Times(e, f), Times(g, h), Times(f, g), Times(e, h));
        }

        public void Encode(Span<byte> to)
        {
            var (inverse, bytes) = (Field.Create(), new byte[32]);
            Field.InvVar(Z, inverse);
            var (x, y) = (Times(X, inverse), Times(Y, inverse));
            Field.Normalize(x);
            Field.Normalize(y);
            Field.Encode(y, bytes, 0);
            bytes[31] |= (byte)((x[0] & 1) << 7);
            bytes.CopyTo(to);
        }

        private static int[] One()
        {
            var one = Field.Create();
            Field.One(one);
            return one;
        }

        private static int[] Times(int[] a, int[] b)
        {
            var product = Field.Create();
            Field.Mul(a, b, product);
            return product;
        }

        private static int[] Square(int[] a)
        {
            var square = Field.Create();
            Field.Sqr(a, square);
            return square;
        }

        // Sums are carried at once: a product takes only what is within its bounds.
        private static int[] Plus(int[] a, int[] b)
        {
            var sum = Field.Create();
            Field.Add(a, b, sum);
            Field.Carry(sum);
            return sum;
        }

        private static int[] Minus(int[] a, int[] b)
        {
            var difference = Field.Create();
            Field.Sub(a, b, difference);
            Field.Carry(difference);
            return difference;
        }
    }
}
