package io.noticepress.render.views;

import java.util.List;

/**
 * A notice in a list.
 *
 * @param href its page in the language of the list or, if it has no edition in it, in another language
 * @param tag language tag of that page and of the title if it is not the language of the list, else empty
 * @param number as printed, or empty
 * @param numberTag language tag of the number if it is not the language of the list, else empty
 * @param issuers their names
 * @param status any of {@code draft repealed replaced amended corrected expired pending}; usually empty
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
