package io.quantumleap.chat.analyst;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All words that the analyst understands, and the spelling mistakes it forgives. Immutable. */
final class Vocabulary {

    /** Words that carry no idea of their own and are common, so that they are neither repaired nor unknown. */
    private static final Set<String> FILLERS = wordsOf(
            "a about above actually after again all also am an and any are as at away back be"
                    + " been before being between both but by called can case come could currently did do does during"
                    + " each either else exactly far few find first for from full get gets getting give given giving go"
                    + " good got had happen happened has have he her here him his how i if in into is it its itself just"
                    + " kind know last latest let lets like list little long look looking lot many may maybe me mine more"
                    + " most much must my myself name need never new no nor not now number of off often on once one only"
                    + " or other our out over own past per please possible present previous put quick quickly rather"
                    + " really recent recently right same say says see she shown show shows since so some something sort"
                    + " start started still such sum take tell than that the their them then there these they thing"
                    + " things this those through till time times to today together too under until up upon us use used"
                    + " using very view want was way we well were what when where whether which while who whole whom"
                    + " whose will with within without would yes yesterday yet you your calculate compute overview summary"
                    + " summarise summarize information info details detail figures figure numbers data current ever far"
                    + " actual report display tool table brief short briefly overall inception date dates ago annual"
                    + " average measured terms regarding concerning kindly hand including sorted descending ascending"
                    + " order ordered currency percent percentage % rate ratio level levels exact approximately roughly"
                    + " early late end beginning middle close point moment currently altogether entire entirely whole complete completely simply"
                    + " basically honestly really quite pretty rather fairly again anyway besides inside within around across per"
                    + " achieve achieved produce produced generate generated obtain obtained reach reached stand standing keep kept");

    private static final Set<String> TIME_WORDS =
            wordsOf("day days week weeks month months quarter quarters year years ytd mtd qtd"
                    + " january february march april may june july august september october november december jan feb mar"
                    + " apr jun jul aug sep sept oct nov dec q1 q2 q3 q4 h1 h2 trailing twelve three six two four five"
                    + " seven eight nine ten eleven second third fourth half lifetime always daily weekly monthly"
                    + " quarterly prior current");

    /** Endings of English words, the longest first, and those that may stand in their place. */
    private static final Map<String, List<String>> ENDINGS = endings();

    private static final int SHORTEST_STEM = 3;
    private static final int SHORTEST_REPAIRED = 5;
    private static final int LONG_WORD = 8;

    private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();
    private final Set<String> words = new HashSet<>();

    /** An idea and one way to word it. */
    record Phrase(Concept concept, List<String> words) {}

    Vocabulary() {
        for (Concept concept : Concept.values()) {
            for (String text : concept.phrases()) {
                List<String> parts = Wording.words(text);
                byFirstWord
                        .computeIfAbsent(parts.get(0), first -> new ArrayList<>())
                        .add(new Phrase(concept, parts));
                words.addAll(parts);
            }
        }
        words.addAll(TIME_WORDS);
        byFirstWord
                .values()
                .forEach(phrases -> phrases.sort(Comparator.comparingInt(
                                (Phrase phrase) -> phrase.words().size())
                        .reversed()));
    }

    private static Map<String, List<String>> endings() {
        Map<String, List<String>> endings = new LinkedHashMap<>();
        endings.put("ational", List.of("ation", "ate"));
        endings.put("ities", List.of("ity"));
        endings.put("ying", List.of("y", "ie"));
        endings.put("ings", List.of("ing", "", "e"));
        endings.put("ment", List.of("", "ed"));
        endings.put("ness", List.of("", "y"));
        endings.put("ing", List.of("", "e", "ed", "es", "s"));
        endings.put("ied", List.of("y"));
        endings.put("ies", List.of("y"));
        endings.put("ers", List.of("er", "", "e"));
        endings.put("est", List.of("", "e"));
        endings.put("er", List.of("", "e"));
        endings.put("ed", List.of("", "e", "s"));
        endings.put("es", List.of("", "e"));
        endings.put("ly", List.of(""));
        endings.put("s", List.of("", "es"));
        endings.put("e", List.of("ed", "es"));
        endings.put("", List.of("s", "ed", "es", "d"));
        return endings;
    }

    private static Set<String> wordsOf(String text) {
        return Set.copyOf(Arrays.asList(text.split(" ", -1)));
    }

    /** The phrases that begin with the word, the longest first. */
    List<Phrase> phrasesFrom(String word) {
        return byFirstWord.getOrDefault(word, List.of());
    }

    boolean knows(String word) {
        return words.contains(word) || FILLERS.contains(word) || word.chars().allMatch(c -> !Character.isLetter(c));
    }

    boolean isFiller(String word) {
        return FILLERS.contains(word)
                || TIME_WORDS.contains(word)
                || word.chars().noneMatch(Character::isLetter);
    }

    /** The known word that this one is another form of: "diversifying" is diversify, "recoveries" is recovery. */
    private Optional<String> root(String word) {
        for (Map.Entry<String, List<String>> ending : ENDINGS.entrySet()) {
            if (word.endsWith(ending.getKey())) {
                String stem = word.substring(0, word.length() - ending.getKey().length());
                for (String other : ending.getValue()) {
                    if (stem.length() >= SHORTEST_STEM && words.contains(stem + other)) {
                        return Optional.of(stem + other);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The word itself when it is known or too odd, else the known word that it is a misspelling of. */
    String repaired(String word) {
        if (word.length() < SHORTEST_REPAIRED || knows(word)) {
            return word;
        }
        int allowed = word.length() >= LONG_WORD ? 2 : 1;
        String best = word;
        int bestDistance = allowed + 1;
        for (String known : words) {
            if (known.length() >= SHORTEST_REPAIRED - 1 && Math.abs(known.length() - word.length()) <= allowed) {
                int distance = EditDistance.between(word, known, allowed);
                if (distance < bestDistance || (distance == bestDistance && known.compareTo(best) < 0)) {
                    best = known;
                    bestDistance = distance;
                }
            }
        }
        if (bestDistance == 1) {
            return best;
        }
        String nearest = bestDistance <= allowed ? best : word;
        return root(word).orElse(nearest);
    }
}
