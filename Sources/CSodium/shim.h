#include <malloc.h>
#include <sodium.h>

// malloc.h is not in Swift's Glibc module.
static inline void tenon_trim_heap(void) { malloc_trim(0); }
