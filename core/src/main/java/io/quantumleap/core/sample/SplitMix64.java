package io.quantumleap.core.sample;

/**
 * The SplitMix64 generator (G. Steele, D. Lea, C. Flood: "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014) and
 * the distributions drawn from it. Written out here, with {@link StrictMath} for every transcendental function, so that a
 * seed gives the same numbers to the last bit on every Java machine, which the library generators do not promise.
 * Not safe for use by many threads.
 */
final class SplitMix64 {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private long state;

    SplitMix64(long seed) {
        state = seed;
    }

    long nextLong() {
        state += GOLDEN_GAMMA;
        long mixed = state;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /** Uniform on [0, 1) with 53 bits. */
    double uniform() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Standard normal, by the polar method of G. Marsaglia (1964); the second number of each pair is thrown away. */
    double gaussian() {
        while (true) {
            double x = 2 * uniform() - 1;
            double y = 2 * uniform() - 1;
            double square = x * x + y * y;
            if (square > 0 && square < 1) {
                return x * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
            }
        }
    }

    /** Student's t with so many degrees of freedom (more than two), scaled to variance one: fat tails without extra variance. */
    double studentT(int degrees) {
        double normal = gaussian();
        double chiSquare = 0;
        for (int i = 0; i < degrees; i++) {
            double each = gaussian();
            chiSquare += each * each;
        }
        return normal * StrictMath.sqrt((degrees - 2) / chiSquare);
    }
}
