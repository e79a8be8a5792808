package io.noticepress.plan;

import io.noticepress.model.values.Digest;

/**
 * Digests of everything a page is rendered from. A page with the same digests as in the last build has the same bytes and is
 * not rendered.
 *
 * @param environment of the generator, the theme, the settings and the menu
 * @param sources of the page's own source files
 * @param references of what it shows of other notices: members of a list, related notices
 */
public record InputDigests(Digest environment, Digest sources, Digest references) {}
