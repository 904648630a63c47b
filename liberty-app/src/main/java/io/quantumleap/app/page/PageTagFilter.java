package io.quantumleap.app.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets a browser keep the page's files until they change. A build is reproducible, so every build gives its files the same date,
 * and a browser that asks whether a file is newer would be told after an upgrade that it is not. The content decides instead.
 */
public class PageTagFilter extends HttpFilter {

    private static final String START_PAGE = "/index.html";
    private static final String SCRIPTS = "/app/";
    private static final String IF_NONE_MATCH = "If-None-Match";
    private static final String IF_MODIFIED_SINCE = "If-Modified-Since";
    private static final long serialVersionUID = 1L;

    private final transient PageTags tags = new PageTags();

    @Override
    public void init() throws ServletException {
        ServletContext context = getServletContext();
        add(context, START_PAGE);
        add(context, "/favicon.svg");
        Set<String> scripts = context.getResourcePaths(SCRIPTS);
        if (scripts == null || scripts.isEmpty()) {
            throw new ServletException("the page's scripts are missing from the application");
        }
        scripts.stream().filter(path -> !path.endsWith("/")).forEach(path -> add(context, path));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath();
        String tag =
                tags.of(path.isEmpty() || path.equals("/") ? START_PAGE : path).orElse(null);
        if (tag == null) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("ETag", tag);
        String known = request.getHeader(IF_NONE_MATCH);
        if (known != null && PageTags.matches(known, tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        chain.doFilter(new Undated(request), response);
    }

    private void add(ServletContext context, String path) {
        try (InputStream content = context.getResourceAsStream(path)) {
            if (content == null) {
                throw new IllegalStateException(path + " is missing from the application");
            }
            tags.add(path, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The request without its question about dates. */
    private static final class Undated extends HttpServletRequestWrapper {

        Undated(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase(IF_MODIFIED_SINCE) ? null : super.getHeader(name);
        }

        @Override
        public long getDateHeader(String name) {
            return name.equalsIgnoreCase(IF_MODIFIED_SINCE) ? -1 : super.getDateHeader(name);
        }
    }
}
