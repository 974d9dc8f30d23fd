#include <iconv.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

/* What Swift's Glibc module leaves out: iconv, and calls of the kernel by which a process gives up
   rights. */

/* Closes all descriptors from `first` on. No further one, no other program, no other process; at
   most so much memory and time. Ends with its parent. 0, or -1 when one of these can not be had. */
static inline int tenon_confine (unsigned int first, rlim_t bytes, rlim_t seconds)
{
  const struct rlimit memory = { bytes, bytes }, time = { seconds, seconds }, none = { 0, 0 };
  if (0 != syscall (SYS_close_range, first, ~0U, 0) ||
      0 != prctl (PR_SET_PDEATHSIG, SIGKILL) || 0 != prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) ||
      0 != setrlimit (RLIMIT_AS, &memory) || 0 != setrlimit (RLIMIT_CPU, &time) ||
      0 != setrlimit (RLIMIT_CORE, &none) || 0 != setrlimit (RLIMIT_NPROC, &none) ||
      0 != setrlimit (RLIMIT_NOFILE, &none))
    return -1;
  return 0;
}
