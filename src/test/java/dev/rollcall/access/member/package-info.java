/// Members: which statements a page takes, and which indexes.
@NullMarked
package dev.rollcall.access.member;

import org.jspecify.annotations.NullMarked;
