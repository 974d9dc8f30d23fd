// Set by `tenon` when it builds the SDK; SwiftPM alone knows neither.
#ifndef TENON_COMPILER
#define TENON_COMPILER "unknown"
#endif
#ifndef TENON_TOOLCHAIN
#define TENON_TOOLCHAIN "unknown"
#endif


static inline const char *tenon_build_compiler(void) { return TENON_COMPILER; }
static inline const char *tenon_build_toolchain(void) { return TENON_TOOLCHAIN; }
