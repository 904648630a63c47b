package io.quantumleap.adapters.rest.paging;

import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemException;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.core.shared.PageRequest;
import jakarta.ws.rs.QueryParam;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code ?limit=&cursor=} of a list route; take it as a {@code @BeanParam}. The domain's cursor is plain text; on the wire it
 * is opaque, so that nobody builds one by hand.
 */
public class PageParams {

    /** The rows of a page when the caller does not say. */
    public static final int DEFAULT_LIMIT = PageRequest.DEFAULT_LIMIT;

    /** The most rows of a page. */
    public static final int MOST = PageRequest.MAX_LIMIT;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
    private static final Pattern CURSOR = Pattern.compile("[A-Za-z0-9_-]{1,512}");

    @QueryParam("limit")
    private @Nullable String limit;

    @QueryParam("cursor")
    private @Nullable String cursor;

    /** For the framework, which fills the fields. */
    public PageParams() {}

    /** For programs that page by themselves. */
    public PageParams(@Nullable String limit, @Nullable String cursor) {
        this.limit = limit;
        this.cursor = cursor;
    }

    /**
     * How many rows are wanted.
     *
     * @throws ProblemException if it is not a number from 1 to {@value #MOST}
     */
    public int limit() {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        int wanted = NUMBER.matcher(limit).matches() ? Integer.parseInt(limit) : 0;
        if (wanted < 1 || wanted > MOST) {
            throw refused("limit", "The limit must be a number from 1 to 200.");
        }
        return wanted;
    }

    /**
     * Where the page starts, as the domain wrote it; empty for the first page.
     *
     * @throws ProblemException if the text was not made by {@link #opaque}
     */
    public Optional<String> cursor() {
        if (cursor == null) {
            return Optional.empty();
        }
        if (!CURSOR.matcher(cursor).matches()) {
            throw notOurs();
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            String plain = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            if (plain.indexOf('\0') >= 0) {
                throw notOurs();
            }
            return Optional.of(plain);
        } catch (IllegalArgumentException | CharacterCodingException broken) {
            throw notOurs();
        }
    }

    /**
     * Both as the domain takes them.
     *
     * @throws ProblemException if one of them is not valid
     */
    public PageRequest request() {
        return new PageRequest(limit(), cursor().orElse(null));
    }

    /** The form of a domain cursor that goes into {@code next_cursor}; null for none, as JSON wants it. */
    public static @Nullable String opaque(Optional<String> domainCursor) {
        return domainCursor
                .map(plain ->
                        Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8)))
                .orElse(null);
    }

    private static ProblemException notOurs() {
        return refused("cursor", "The cursor is not one that this server gave.");
    }

    private static ProblemException refused(String field, String message) {
        return Problem.of(ProblemType.INVALID_REQUEST, message)
                .withError(field, "invalid", message)
                .asException();
    }
}
