package io.noticepress.render.template;

/** HTML that is safe to print as it is; a template prints everything else escaped. */
public record SafeHtml(String html) {}
