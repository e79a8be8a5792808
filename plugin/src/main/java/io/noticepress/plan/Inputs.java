package io.noticepress.plan;

import io.noticepress.model.Digest;

/**
 * The fingerprint of all a page is made from; equal inputs give equal bytes.
 *
 * @param surroundings the generator, the theme and the settings
 * @param own the page's own sources
 * @param listed what it shows of others: the members of a list, the notices it is tied to
 */
public record Inputs(Digest surroundings, Digest own, Digest listed) {}
