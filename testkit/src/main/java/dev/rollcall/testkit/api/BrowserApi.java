package dev.rollcall.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a browser does with pages: it asks for them, and sends their forms. */
public interface BrowserApi extends ApiUnderTest {

    /** Text that breaks out wherever it is not escaped. */
    String MALICE = "<script>alert(1)</script> \"><img src=x onerror=alert(2)> '</textarea></title> {{event}} \u202e";

    /** What browsers accept when a page is asked for. */
    String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    /**
     * A page, of which everything is checked that holds for each of them.
     *
     * @param call what asks for it
     * @param status the status that it must have
     * @return the page
     */
    default Document page(Call call, int status) {
        ApiResponse answer = call.with("Accept", BROWSER).expect(status);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(answer.header("Content-Security-Policy"))
                .isEqualTo(
                        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; "
                                + "base-uri 'none'; frame-ancestors 'none'");
        Document page = Jsoup.parse(answer.text(), "https://rollcall.example" + call.target());
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.title()).isNotBlank();
        assertThat(page.select("style, [style], img, iframe, base, object")).isEmpty();
        assertThat(page.select("*").stream()
                        .flatMap(element -> element.attributes().asList().stream())
                        .map(attribute -> attribute.getKey()))
                .noneMatch(name -> name.startsWith("on"));
        for (Element script : page.select("script")) {
            assertThat(script.html()).isEmpty();
        }
        for (Element linked : page.select("script[src], link[href], form[action], a[href]:not([href^=mailto:])")) {
            String url = linked.absUrl(linked.hasAttr("src") ? "src" : linked.hasAttr("action") ? "action" : "href");
            assertThat(url).startsWith("https://rollcall.example/");
            if (linked.is("script, link")) {
                get(url.substring("https://rollcall.example".length())).expect(200);
            }
        }
        assertFieldsAreLabelled(page);
        return page;
    }

    private static void assertFieldsAreLabelled(Document page) {
        for (Element field : page.select("input:not([type=hidden]), textarea")) {
            assertThat(page.select("label[for=" + field.id() + "]").size() + (field.closest("label") == null ? 0 : 1))
                    .as("labels of %s", field)
                    .isEqualTo(1);
            for (String id : field.attr("aria-describedby").split(" ", -1)) {
                assertThat(id.isEmpty() || page.getElementById(id) != null)
                        .as("what describes %s", field)
                        .isTrue();
            }
        }
    }

    /**
     * A form as a browser sends it.
     *
     * @param target where to
     * @param fields names and values in turn
     * @return the request
     */
    default Call form(String target, String... fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(body.isEmpty() ? "" : "&")
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return call("POST", target)
                .with("Content-Type", "application/x-www-form-urlencoded")
                .with("Accept", BROWSER)
                .with("Origin", "null")
                .body(body.toString());
    }

    /**
     * Sends a form that does something.
     *
     * @param form the request
     * @return where the browser goes on to
     */
    default String sent(Call form) {
        ApiResponse answer = form.expect(303);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        return java.net
                .URI
                .create("https://rollcall.example" + form.target())
                .resolve(answer.header("Location"))
                .toString()
                .substring("https://rollcall.example".length());
    }

    /**
     * A text as JSON has it.
     *
     * @param text the text
     * @return the same in quotation marks
     */
    default String jsonText(String text) {
        return new com.fasterxml.jackson.databind.node.TextNode(text).toString();
    }
}
