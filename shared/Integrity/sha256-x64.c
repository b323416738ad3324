/* SHA-256 with the processor's own instructions, which .NET 9 does not know: five times as fast as any other way. Linked into the programs for Linux on x64,
   and used for long texts where the processor has them; Sha256.cs says the same in C#, and is what runs everywhere else. */
#include <cpuid.h>
#include <immintrin.h>
#include <stddef.h>
#include <stdint.h>

static int has_instructions(void)
{
    static int known; /* 1 they are there, 2 they are not: to ask takes microseconds in a virtual machine */
    if (known == 0) {
        unsigned a, b, c, d;
        __cpuid_count(7, 0, a, b, c, d);
        known = b >> 29 & 1 ? 1 : 2;
    }
    return known == 1;
}

/* Takes so many blocks of 64 bytes into a state of eight words. 0: the processor has no such instructions, and nothing was done. */
int sallyport_sha256_blocks(uint32_t *state, const uint8_t *data, size_t blocks, const uint32_t *constants)
{
    if (!has_instructions()) return 0;
    const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    __m128i t = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state), 0xb1);
    __m128i cdgh = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(state + 4)), 0x1b);
    __m128i abef = _mm_alignr_epi8(t, cdgh, 8);
    cdgh = _mm_blend_epi16(cdgh, t, 0xf0);
    for (; blocks > 0; blocks--, data += 64) {
        const __m128i abef_before = abef, cdgh_before = cdgh;
        __m128i w[4];
        for (int i = 0; i < 4; i++) w[i] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(data + 16 * i)), swap);
#pragma GCC unroll 16
        for (int i = 0; i < 16; i++) {
            const __m128i m = _mm_add_epi32(w[i & 3], _mm_loadu_si128((const __m128i *)(constants + 4 * i)));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, m);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(m, 0x0e));
            if (i < 12)
                w[i & 3] = _mm_sha256msg2_epu32(
                    _mm_add_epi32(_mm_sha256msg1_epu32(w[i & 3], w[(i + 1) & 3]), _mm_alignr_epi8(w[(i + 3) & 3], w[(i + 2) & 3], 4)), w[(i + 3) & 3]);
        }
        abef = _mm_add_epi32(abef, abef_before);
        cdgh = _mm_add_epi32(cdgh, cdgh_before);
    }
    t = _mm_shuffle_epi32(abef, 0x1b);
    cdgh = _mm_shuffle_epi32(cdgh, 0xb1);
    _mm_storeu_si128((__m128i *)state, _mm_blend_epi16(t, cdgh, 0xf0));
    _mm_storeu_si128((__m128i *)(state + 4), _mm_alignr_epi8(cdgh, t, 8));
    return 1;
}
