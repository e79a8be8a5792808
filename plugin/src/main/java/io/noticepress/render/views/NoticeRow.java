package io.noticepress.render.views;

import java.util.List;

/**
 * A notice in a list.
 *
 * @param href its page, in the list's language or, if it has no edition in it, the one that exists
 * @param tag language tag of that page and title if it is not the list's language, else empty
 * @param number as printed, or empty
 * @param numberTag language tag of the number if it is not the list's language, else empty
 * @param issuers their names
 * @param status what became of it: {@code draft repealed replaced amended corrected expired pending}, empty if nothing did
 */
public record NoticeRow(
        String href,
        String tag,
        String title,
        String number,
        String numberTag,
        List<String> issuers,
        String kind,
        DisplayDate issued,
        List<String> status) {}
