package io.noticepress.plan;

import io.noticepress.model.values.Digest;

/**
 * The fingerprint of all a page is made from; equal inputs give equal bytes.
 *
 * @param environment the generator, the theme and the settings
 * @param sources the page's own sources
 * @param references what it shows of others: the members of a list, the notices it is tied to
 */
public record InputDigests(Digest environment, Digest sources, Digest references) {}
