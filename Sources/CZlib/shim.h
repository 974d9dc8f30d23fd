#include <zlib.h>

// deflateInit2 is a macro. 15 + 16: the largest window, and gzip's wrapping (RFC 1952).
static inline int tenon_gzip_init(z_stream *stream, int level, int strategy) {
  return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, strategy);
}
