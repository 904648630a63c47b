package io.quantumleap.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PageTagsTest {

    private final PageTags tags = new PageTags();

    @Test
    void tagsEqualContentEquallyAndOtherContentDifferently() throws IOException {
        add("/app/a.js", "one");
        add("/app/b.js", "one");
        add("/app/c.js", "two");

        assertThat(tags.of("/app/a.js")).isPresent().isEqualTo(tags.of("/app/b.js"));
        assertThat(tags.of("/app/c.js")).isPresent().isNotEqualTo(tags.of("/app/a.js"));
    }

    @Test
    void knowsNoTagForWhatIsNotThere() {
        assertThat(tags.of("/app/unknown.js")).isEmpty();
    }

    @Test
    void recognisesItsTagInAList() throws IOException {
        add("/app/a.js", "one");
        String tag = tags.of("/app/a.js").orElseThrow();

        assertThat(PageTags.matches("\"other\", " + tag, tag)).isTrue();
        assertThat(PageTags.matches(tag.substring(2), tag)).isTrue();
        assertThat(PageTags.matches("*", tag)).isTrue();
        assertThat(PageTags.matches("\"other\"", tag)).isFalse();
        assertThat(PageTags.matches("", tag)).isFalse();
    }

    private void add(String path, String content) throws IOException {
        tags.add(path, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }
}
