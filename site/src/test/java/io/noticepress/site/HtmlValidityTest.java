package io.noticepress.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import nu.validator.client.EmbeddedValidator;
import nu.validator.validation.SimpleDocumentValidator;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** HTML and CSS are valid, comply with the security policy and stay within the size limits. */
class HtmlValidityTest {
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";
    private static final String SEARCH_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; "
            + "base-uri 'none'; form-action 'self'; script-src 'self'; connect-src 'self'";
    private static final int NOTICE_BYTES = 60_000;
    private static final int STYLE_GZIP_BYTES = 12_000;
    private static final int REQUESTS = 4;

    private final BuiltSite site = BuiltSite.current();

    @Test
    void theValidatorHasNothingToSay() throws Exception {
        ValidatorMessages validatorMessages = new ValidatorMessages();
        SimpleDocumentValidator validator = new SimpleDocumentValidator(false, false, false);
        validator.setUpMainSchema(EmbeddedValidator.SCHEMA_URL, validatorMessages);
        validator.setUpValidatorAndParsers(validatorMessages, false, false);
        validator.setAllowCss(true);
        for (String file : site.files(".*\\.html")) {
            validatorMessages.file = file;
            // The page keeps its own address, since the policy allows 'self'. The content is passed in, not fetched.
            InputSource source = new InputSource(new ByteArrayInputStream(site.bytes(file)));
            source.setSystemId(site.url(file));
            source.setEncoding("UTF-8");
            validator.checkHtmlInputSource(source);
        }
        for (String file : site.files(".*\\.css")) {
            validatorMessages.file = file;
            validator.checkCssFile(site.root().resolve(file).toFile(), true);
        }
        assertThat(site.pages()).isNotEmpty();
        assertThat(validatorMessages.all).isEmpty();
    }

    @Test
    void theContentSecurityPolicyComesFirstAndIsThePromisedOne() {
        FailureCollector failureCollector = new FailureCollector();
        site.pages().forEach((file, page) -> {
            Element charset = page.head().child(0);
            Element policy = page.head().child(1);
            failureCollector.checkEqual(charset.attr("charset"), "utf-8", file, "first in the head");
            failureCollector.checkEqual(
                    policy.attr("http-equiv"), "Content-Security-Policy", file, "second in the head");
            failureCollector.checkEqual(
                    directives(policy.attr("content")), directives(policy(file, page)), file, "policy");
        });
        failureCollector.assertNoFailures();
    }

    private static String policy(String file, Document page) {
        if (file.matches("[a-z0-9-]+/search/index\\.html")) {
            return SEARCH_POLICY;
        }
        return page.select("form").isEmpty() ? POLICY : POLICY.replace("form-action 'none'", "form-action 'self'");
    }

    private static List<String> directives(String policy) {
        return List.of(policy.split("; ")).stream().sorted().toList();
    }

    @Test
    void nothingInlineCanRun() {
        FailureCollector failureCollector = new FailureCollector();
        site.pages().forEach((file, page) -> {
            failureCollector.check(page.select("style").isEmpty(), file, "has a style element");
            for (Element script : page.select("script")) {
                boolean data = script.attr("type").equals("application/ld+json") && !script.hasAttr("src");
                boolean own = file.matches("[a-z0-9-]+/search/index\\.html")
                        && script.hasAttr("src")
                        && script.data().isBlank();
                failureCollector.check(data || own, file, "has the script " + script.outerHtml());
            }
            for (Element element : page.getAllElements()) {
                for (Attribute attribute : element.attributes()) {
                    String name = attribute.getKey();
                    failureCollector.check(
                            !name.equals("style") && !name.startsWith("on"),
                            file,
                            "has " + name + " on " + element.tagName());
                }
            }
            failureCollector.check(
                    page.select("iframe, object, embed, base, meta[http-equiv=refresh]")
                            .isEmpty(),
                    file,
                    "embeds");
        });
        failureCollector.assertNoFailures();
    }

    @Test
    void aNoticeIsLight() {
        FailureCollector failureCollector = new FailureCollector();
        site.notices().forEach((file, page) -> {
            List<Element> fetched = page.select("link[rel=stylesheet], link[rel=icon], script[src], img[src]");
            int style = page.select("link[rel=stylesheet]").stream()
                    .mapToInt(link -> site.fileOfPath(link.attr("href"))
                            .map(css -> site.bytes(css).length)
                            .orElse(0))
                    .sum();
            int weight = site.bytes(file).length + style;
            failureCollector.check(weight <= NOTICE_BYTES, file, "weighs " + weight + " bytes with its style");
            // Pictures are content; the limit counts the page, its style sheet and its icon.
            long frame = 1
                    + fetched.stream()
                            .filter(element -> !element.tagName().equals("img"))
                            .count();
            failureCollector.check(frame <= REQUESTS, file, "makes " + frame + " requests");
            failureCollector.check(page.select("script[src]").isEmpty(), file, "needs a script");
        });
        failureCollector.assertNoFailures();
    }

    @Test
    void theStyleIsLight() throws IOException {
        int total = 0;
        for (String file : site.files("assets/.*\\.css")) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(site.bytes(file));
            }
            total += packed.size();
        }
        assertThat(total).isPositive().isLessThanOrEqualTo(STYLE_GZIP_BYTES);
    }

    /** All messages of the validator, including warnings, except known false reports. */
    private static final class ValidatorMessages implements ErrorHandler {
        private static final List<Pattern> FALSE_POSITIVES = List.of(
                // JSON-LD is a data block: it is never run, so no policy applies to it (HTML, "prepare the script
                // element", steps 8 to 13). That there is no other inline script is tested below.
                Pattern.compile("Inline script violates Content Security Policy .*: blocked by .script-src. .*"),
                // CSS Pseudo-Elements Module Level 4 has it; the validator does not know it yet.
                Pattern.compile("CSS: Unknown pseudo-element or pseudo-class .::details-content.\\."));

        private final List<String> all = new ArrayList<>();
        private String file = "";

        @Override
        public void warning(SAXParseException finding) {
            add(finding);
        }

        @Override
        public void error(SAXParseException finding) {
            add(finding);
        }

        @Override
        public void fatalError(SAXParseException finding) {
            add(finding);
        }

        private void add(SAXParseException finding) {
            String message = finding.getMessage();
            if (FALSE_POSITIVES.stream()
                    .noneMatch(pattern -> pattern.matcher(message).matches())) {
                all.add(file + ":" + finding.getLineNumber() + ":" + finding.getColumnNumber() + ": " + message);
            }
        }
    }
}
