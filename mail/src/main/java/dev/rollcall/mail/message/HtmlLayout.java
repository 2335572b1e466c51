package dev.rollcall.mail.message;

import java.util.List;

/**
 * Lays a notification out as HTML that asks no other host for anything. Its styles stand where they belong, because many mail
 * programs drop a style sheet; the sheet has only the colours of the dark mode.
 */
final class HtmlLayout {

    private static final String STYLE = """
            :root { color-scheme: light dark; supported-color-schemes: light dark; }
            @media (prefers-color-scheme: dark) {
              .page { background: #16181d !important; color: #e8e8ea !important; }
              .card { background: #22252c !important; border-color: #3a3e48 !important; }
              .soft { color: #b4b8c2 !important; }
              .quote { border-color: #7aa7ff !important; }
              .note { background: #1d3350 !important; color: #e4eeff !important; }
              .plain { background: #22252c !important; color: #e8e8ea !important; border-color: #8a8f9c !important; }
              .link { color: #9cc0ff !important; }
            }
            """;

    private static final String PAGE = "margin:0;padding:0;background:#f3f4f7;color:#1c1f26";
    private static final String TEXT =
            "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5";
    private static final String CARD = "max-width:560px;margin:0 auto;padding:24px 20px;background:#ffffff;"
            + "border:1px solid #d9dce3;border-radius:12px;overflow-wrap:anywhere";
    private static final String QUOTE =
            "margin:0 0 20px;padding:4px 0 4px 16px;border-left:4px solid #2f6bdb;white-space:pre-line";
    private static final String NOTE =
            "margin:0 0 20px;padding:12px 16px;background:#e6effd;color:#12305f;border-radius:8px;font-weight:600";
    private static final String SOFT = "color:#5a6070";
    private static final String FIRST_BUTTON = "background:#1d5fd0;color:#ffffff;border:1px solid #1d5fd0";
    private static final String BUTTON = "background:#ffffff;color:#1c1f26;border:1px solid #7c8291";
    private static final String ANY_BUTTON = "display:inline-block;padding:11px 20px;margin:0 8px 10px 0;"
            + "border-radius:8px;font-weight:600;text-decoration:none;";

    private final StringBuilder html = new StringBuilder();

    private HtmlLayout() {}

    /** The notification as a page. */
    static String of(MailContent content, String language) {
        return new HtmlLayout().page(content, language);
    }

    private String page(MailContent content, String language) {
        html.append("<!DOCTYPE html>\n<html lang=\"")
                .append(escape(language))
                .append("\" dir=\"ltr\">\n<head>\n")
                .append("<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .append("<meta name=\"supported-color-schemes\" content=\"light dark\">\n")
                .append("<title>")
                .append(escape(content.subject()))
                .append("</title>\n")
                .append("<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n")
                .append("<body class=\"page\" style=\"")
                .append(PAGE)
                .append("\">\n")
                .append("<div class=\"page\" style=\"padding:16px 8px;")
                .append(TEXT)
                .append(";background:#f3f4f7;color:#1c1f26\">\n")
                .append("<div class=\"card\" role=\"article\" style=\"")
                .append(CARD)
                .append("\">\n");
        paragraph("margin:0 0 12px", "", content.greeting());
        element("h1", "margin:0 0 20px;font-size:20px;line-height:1.35;font-weight:600", "", content.lead());
        content.quote().ifPresent(this::quote);
        guests(content.guests());
        content.standing().ifPresent(standing -> paragraph(NOTE, "note", standing));
        facts(content.facts());
        content.question().ifPresent(this::question);
        html.append("</div>\n");
        paragraph("max-width:560px;margin:16px auto 0;padding:0 20px;font-size:14px;" + SOFT, "soft", content.footer());
        html.append("</div>\n</body>\n</html>\n");
        return html.toString();
    }

    private void quote(MailContent.Quote quote) {
        paragraph("margin:0 0 4px;" + SOFT, "soft", quote.who());
        element("blockquote", QUOTE, "quote", quote.text());
    }

    private void guests(List<String> guests) {
        if (guests.isEmpty()) {
            return;
        }
        html.append("<ul style=\"margin:0 0 20px;padding:0 0 0 20px\">\n");
        guests.forEach(guest -> element("li", "margin:0 0 4px", "", guest));
        html.append("</ul>\n");
    }

    private void facts(List<MailContent.Fact> facts) {
        html.append("<dl style=\"margin:0 0 20px\">\n");
        facts.forEach(fact -> {
            element("dt", "margin:0;font-size:14px;" + SOFT, "soft", fact.label());
            element("dd", "margin:0 0 12px;white-space:pre-line", "", fact.text());
        });
        html.append("</dl>\n");
    }

    private void question(MailContent.Question question) {
        element("h2", "margin:0 0 12px;font-size:18px;line-height:1.35;font-weight:600", "", question.text());
        html.append("<div style=\"margin:0 0 6px\">\n");
        for (int i = 0; i < question.answers().size(); i++) {
            boolean first = i == 0;
            link(question.answers().get(i), ANY_BUTTON + (first ? FIRST_BUTTON : BUTTON), first ? "first" : "plain");
        }
        html.append("</div>\n<p class=\"soft\" style=\"margin:0;font-size:14px;")
                .append(SOFT)
                .append("\">")
                .append(escape(question.explanation()))
                .append(' ');
        link(question.page(), "color:#1d5fd0", "link");
        html.append(". ").append(escape(question.warning())).append("</p>\n");
    }

    private void link(MailContent.Link link, String style, String kind) {
        html.append("<a class=\"")
                .append(kind)
                .append("\" style=\"")
                .append(style)
                .append("\" href=\"")
                .append(escape(link.url()))
                .append("\">")
                .append(escape(link.label()))
                .append("</a>");
    }

    private void paragraph(String style, String kind, String text) {
        element("p", style, kind, text);
    }

    /** Text of people: it brings its own direction, and turns nothing around it. */
    private void element(String name, String style, String kind, String text) {
        html.append('<').append(name);
        if (!kind.isEmpty()) {
            html.append(" class=\"").append(kind).append('"');
        }
        html.append(" style=\"")
                .append(style)
                .append("\" dir=\"auto\">")
                .append(escape(text))
                .append("</")
                .append(name)
                .append(">\n");
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
