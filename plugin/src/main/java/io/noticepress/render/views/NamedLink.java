package io.noticepress.render.views;

/** Something with a name and a page: an issuer, a topic, a kind, a year, a step of the breadcrumb trail. */
public record NamedLink(String key, String name, String href) {}
