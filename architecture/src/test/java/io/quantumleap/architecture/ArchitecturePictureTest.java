package io.quantumleap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The drawing in the README shows what docs/architecture.puml says: the same boxes and the same arrows. */
class ArchitecturePictureTest {

    private static final Path DOCS = Checkout.root().resolve("docs");
    private static final Diagram DIAGRAM = Diagram.read(DOCS.resolve("architecture.puml"));

    @Test
    void drawsABoxForEachComponent() throws Exception {
        assertThat(elementsWith("data-component"))
                .extracting(element -> element.getAttribute("data-component"))
                .containsExactlyInAnyOrderElementsOf(DIAGRAM.components().keySet());
        assertThat(elementsWith("data-component"))
                .allSatisfy(box -> assertThat(box.getTextContent()).contains(box.getAttribute("data-component")));
    }

    @Test
    void drawsAnArrowForEachDependency() throws Exception {
        assertThat(elementsWith("data-from"))
                .extracting(arrow -> new Diagram.Arrow(arrow.getAttribute("data-from"), arrow.getAttribute("data-to")))
                .containsExactlyInAnyOrderElementsOf(DIAGRAM.arrows());
    }

    private static List<Element> elementsWith(String attribute) throws Exception {
        Document picture = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(DOCS.resolve("images/architecture.svg").toFile());
        NodeList all = picture.getElementsByTagName("*");
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element element && element.hasAttribute(attribute)) {
                found.add(element);
            }
        }
        return found;
    }
}
