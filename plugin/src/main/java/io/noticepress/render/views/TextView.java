package io.noticepress.render.views;

import io.noticepress.markdown.analysis.OutlineHeading;
import io.noticepress.render.template.SafeHtml;
import java.util.List;

/** A plain page. Named {@code text} in templates; {@code summary} may be empty. */
public record TextView(String summary, SafeHtml html, List<OutlineHeading> outline) {}
