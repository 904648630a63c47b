package io.quantumleap.core.market.calendar;

import java.time.LocalDate;

/** Finds Easter Sunday. */
final class Easter {

    private Easter() {}

    /**
     * Easter Sunday of a year in the Gregorian calendar, by the anonymous algorithm that was published in Nature in 1876 and
     * that J. Meeus gives in "Astronomical Algorithms" (1991), chapter 8.
     */
    static LocalDate sunday(int year) {
        int yearOfMoon = year % 19;
        int century = year / 100;
        int yearOfCentury = year % 100;
        int correction = (century + 8) / 25;
        int moonCorrection = (century - correction + 1) / 3;
        int epact = (19 * yearOfMoon + century - century / 4 - moonCorrection + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7;
        int shift = (yearOfMoon + 11 * epact + 22 * weekday) / 451;
        int sum = epact + weekday - 7 * shift + 114;
        return LocalDate.of(year, sum / 31, sum % 31 + 1);
    }
}
