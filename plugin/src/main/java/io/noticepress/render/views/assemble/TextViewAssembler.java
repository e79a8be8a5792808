package io.noticepress.render.views.assemble;

import io.noticepress.markdown.Body;
import io.noticepress.markdown.RenderedPart;
import io.noticepress.render.template.SafeHtml;
import io.noticepress.render.views.TextView;

/** Assembles a plain page: all its parts, one after another, as one piece of HTML. */
public final class TextViewAssembler {
    private TextViewAssembler() {}

    public static TextView assemble(String summary, Body body, CounterpartLinks counterpartLinks) {
        StringBuilder html = new StringBuilder();
        for (RenderedPart part : body.parts()) {
            if (!part.heading().isEmpty()) {
                html.append("<h2 id=\"").append(part.anchor()).append("\">");
                html.append(part.heading())
                        .append("</h2>")
                        .append(counterpartLinks.linkTo(part.anchor()))
                        .append('\n');
            }
            html.append(counterpartLinks.withLinks(part).html());
        }
        html.append(body.footnotes());
        return new TextView(summary, new SafeHtml(html.toString()), body.outline());
    }
}
