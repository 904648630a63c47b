package io.quantumleap.chat.grounding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;

/**
 * Says which of the parts that a clause names a number belongs to: in "ACME 58 % and DAX 34 %" to the part before it, in
 * "58 % in ACME and 34 % in DAX" to the part after it, in "ACME and DAX make 58 % and 34 %" to the part of the same place. Where
 * none of these forms fits, all of them may be meant.
 */
final class Ownership {

    private Ownership() {}

    /**
     * The parts that the number at a place may belong to.
     *
     * @param labels the parts of one kind and where the clause names them
     * @param numbers where the clause has numbers, in order
     * @param number the place of the one to decide
     */
    static Set<String> of(NavigableMap<Integer, String> labels, List<Integer> numbers, int number) {
        List<Integer> places = new ArrayList<>(labels.keySet());
        Set<String> all = new LinkedHashSet<>(labels.values());
        if (places.size() < 2 || numbers.isEmpty()) {
            return all;
        }
        int firstNumber = numbers.get(0);
        int lastNumber = numbers.get(numbers.size() - 1);
        boolean listsFirst = places.get(places.size() - 1) < firstNumber;
        if (listsFirst) {
            return places.size() == numbers.size() ? Set.of(labels.get(places.get(numbers.indexOf(number)))) : all;
        }
        if (hasNeighbours(places, numbers)) {
            return all;
        }
        if (places.get(0) < firstNumber && places.get(places.size() - 1) < lastNumber) {
            return Set.of(labels.lowerEntry(number).getValue());
        }
        Map.Entry<Integer, String> after = labels.higherEntry(number);
        return firstNumber < places.get(0) && lastNumber < places.get(places.size() - 1) && after != null
                ? Set.of(after.getValue())
                : all;
    }

    /** Whether two parts stand beside each other with no number between them. */
    private static boolean hasNeighbours(List<Integer> places, List<Integer> numbers) {
        for (int i = 1; i < places.size(); i++) {
            int from = places.get(i - 1);
            int to = places.get(i);
            if (numbers.stream().noneMatch(number -> number > from && number < to)) {
                return true;
            }
        }
        return false;
    }
}
