package io.noticepress.render.template;

/** HTML that a template prints as it is; every other text is escaped. */
public record SafeHtml(String html) {}
