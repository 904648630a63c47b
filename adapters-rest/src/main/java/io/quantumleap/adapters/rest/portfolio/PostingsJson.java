package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.core.portfolio.Posting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The postings of one transaction as JSON; they are few and all on one page. */
public record PostingsJson(
        List<PostingJson> items, @Nullable String nextCursor) {

    static PostingsJson of(List<Posting> postings) {
        return new PostingsJson(postings.stream().map(PostingJson::of).toList(), null);
    }
}
