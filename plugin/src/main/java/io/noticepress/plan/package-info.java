/** Every page of the site: its address and the digests of its inputs. */
package io.noticepress.plan;
