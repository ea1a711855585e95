import { setAvatar, squareInput } from '@gavel/api'
import { answer } from '../../../../server/answer.ts'
import { contextFrom } from '../../../../server/context.ts'
import { badRequest, notAnUpload, uploadIn } from '../../../../server/upload.ts'

/**
 * Another picture of whoever is signed in; the body is the file. `?x=&y=&side=` name the square of it that is meant, as shares of the upright
 * picture (AVATAR-2); without them its middle is taken. Answers `{avatarUrl}`.
 */
export const POST = (request: Request): Promise<Response> =>
  answer('/api/account/avatar', request, async () => {
    const refused = notAnUpload(request)
    if (refused) return refused
    const asked = Object.fromEntries(new URL(request.url).searchParams)
    const square = Object.keys(asked).length === 0 ? undefined : squareInput.safeParse(asked)
    if (square && !square.success) return badRequest('Name the square with x, y and side, from 0 to 1 each.')
    return Response.json(await setAvatar(await contextFrom(request.headers), uploadIn(request), square?.data))
  })
