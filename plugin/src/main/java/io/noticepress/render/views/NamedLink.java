package io.noticepress.render.views;

/** A link with a name and a key: an issuer, a topic, a kind, a year, a menu item, a step of the breadcrumb trail. */
public record NamedLink(String key, String name, String href) {}
