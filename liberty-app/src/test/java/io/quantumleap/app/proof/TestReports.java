package io.quantumleap.app.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What the reports of Surefire and Failsafe say, by the simple name of the test class. */
final class TestReports {

    /** What came of one test. */
    enum Verdict {
        PASSED,
        FAILED,
        SKIPPED
    }

    /**
     * One run of a test method.
     *
     * @param method its name without parameters
     */
    record Run(String method, Verdict verdict) {}

    private final Map<String, List<Run>> runs = new TreeMap<>();

    /** Reads every report below these folders. */
    static TestReports in(List<Path> folders) throws IOException {
        TestReports reports = new TestReports();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(
                                path -> path.getFileName().toString().matches("TEST-.*\\.xml"))
                        .toList()) {
                    reports.add(file);
                }
            }
        }
        return reports;
    }

    /** The runs of a class, or of one method of it, written {@code Class} or {@code Class#method}. */
    List<Run> of(String evidence) {
        String[] parts = evidence.split("#", 2);
        return runs.getOrDefault(parts[0], List.of()).stream()
                .filter(run -> parts.length == 1 || run.method().equals(parts[1]))
                .toList();
    }

    /** All runs. */
    List<Run> all() {
        return runs.values().stream().flatMap(List::stream).toList();
    }

    private void add(Path file) throws IOException {
        try {
            NodeList cases = builder().parse(file.toFile()).getElementsByTagName("testcase");
            for (int i = 0; i < cases.getLength(); i++) {
                Element test = (Element) cases.item(i);
                String type = test.getAttribute("classname");
                String simple = type.substring(type.lastIndexOf('.') + 1);
                String method = test.getAttribute("name").split("[({\\[]", 2)[0];
                runs.computeIfAbsent(simple, name -> new ArrayList<>()).add(new Run(method, verdict(test)));
            }
        } catch (SAXException | ParserConfigurationException unreadable) {
            throw new IOException("not a report: " + file, unreadable);
        }
    }

    private static Verdict verdict(Element test) {
        if (test.getElementsByTagName("failure").getLength()
                        + test.getElementsByTagName("error").getLength()
                > 0) {
            return Verdict.FAILED;
        }
        return test.getElementsByTagName("skipped").getLength() > 0 ? Verdict.SKIPPED : Verdict.PASSED;
    }

    private static DocumentBuilder builder() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder();
    }
}
